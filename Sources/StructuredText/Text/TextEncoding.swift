// Which encoding a text is in, told from its first bytes: operators' files come from PowerShell too.

/// The encodings that are read.
enum TextEncoding {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian

  /// Tells the encoding and how many bytes of byte order mark to drop.
  /// PowerShell 5 writes UTF-16 little endian, `Out-File -Encoding` variants leave out the mark: then every
  /// second of the first bytes is zero.
  static func detect(_ head: ArraySlice<UInt8>) -> (encoding: TextEncoding, markBytes: Int) {
    let bytes = Array(head.prefix(4))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    guard bytes.count >= 2 else { return (.utf8, 0) }
    let evenZero = bytes[0] == 0 && (bytes.count < 4 || bytes[2] == 0)
    let oddZero = bytes[1] == 0 && (bytes.count < 4 || bytes[3] == 0)
    switch (evenZero, oddZero) {
    case (false, true): return (.utf16LittleEndian, 0)
    case (true, false): return (.utf16BigEndian, 0)
    default: return (.utf8, 0)
    }
  }
}
