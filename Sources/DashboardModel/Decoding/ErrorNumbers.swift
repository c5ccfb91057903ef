// Error numbers inside a text from outside, found in one pass and told apart from ids, addresses and times.

/// Finds error numbers of Windows in texts. Cost: one pass over at most 16 KiB.
public enum ErrorNumbers {
  /// The numbers in the order of the text, none twice: `0x…` with three to eight digits (or sixteen that repeat the sign),
  /// a number after `#`, and decimals, negative ones too, that have the top bit of an error. Zero is no error.
  public static func found(in text: String) -> [WindowsErrorCode] {
    let bytes = Array(text.utf8.prefix(16_384))
    var found: [WindowsErrorCode] = []
    var place = 0
    while place < bytes.count {
      guard isWordByte(bytes[place]) else {
        place += 1
        continue
      }
      let start = place
      while place < bytes.count, isWordByte(bytes[place]) { place += 1 }
      guard let code = code(bytes, start..<place), code.value != 0, !found.contains(code) else { continue }
      found.append(code)
    }
    return found
  }

  private static func code(_ bytes: [UInt8], _ range: Range<Int>) -> WindowsErrorCode? {
    // An error number is never longer; container ids are.
    guard range.count <= 18, let first = bytes[range].first, (0x30...0x39).contains(first) else { return nil }
    let word = String(decoding: bytes[range], as: UTF8.self)
    let isHexadecimal = word.hasPrefix("0x") || word.hasPrefix("0X")
    if isHexadecimal { return range.count >= 5 ? WindowsErrorCode(word) : nil }
    guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    if before == UInt8(ascii: "#") { return WindowsErrorCode(word) }
    // A name's tail (web-3489660941) is no number.
    if before == UInt8(ascii: "-") {
      let isSign = range.lowerBound < 2 || !isWordByte(bytes[range.lowerBound - 2])
      guard isSign, let code = WindowsErrorCode("-" + word), code.value < 0xF000_0000 else { return nil }
      return code
    }
    if before == UInt8(ascii: ".") { return nil }
    guard let code = WindowsErrorCode(word), code.value >= 0x8000_0000 else { return nil }
    return code
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x80...0xFF: true
    default: false
    }
  }
}
