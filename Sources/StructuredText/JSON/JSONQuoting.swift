// How a text becomes a JSON string: the one spelling for canonical JSON and for everything that is written.

/// Puts text in quotes. Control characters, quotes and backslashes are escaped, and whatever a writer asks for beside.
package struct JSONQuoting: Sendable {
  private static let digits = Array("0123456789abcdef".utf8)
  private let alsoEscapes: (@Sendable (Unicode.Scalar) -> Bool)?

  /// Escapes what the grammar demands (and DEL), nothing else.
  package static let plain = JSONQuoting(alsoEscapes: nil)

  /// Escapes also each scalar beyond U+007F of which this is true, so that the text stays whole and the file may be
  /// looked at.
  package init(alsoEscapes: (@Sendable (Unicode.Scalar) -> Bool)?) { self.alsoEscapes = alsoEscapes }

  /// Appends a text with its quotes.
  package func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(Byte.quote)
    if let alsoEscapes, !text.utf8.allSatisfy({ $0 < 0x80 }) {
      for scalar in text.unicodeScalars {
        if !scalar.isASCII, alsoEscapes(scalar) {
          for unit in UTF16.encode(scalar) ?? .init() { Self.append(escaped: unit, to: &bytes) }
        } else {
          for byte in UTF8.encode(scalar) ?? .init() { Self.append(byte, to: &bytes) }
        }
      }
    } else {
      for byte in text.utf8 { Self.append(byte, to: &bytes) }
    }
    bytes.append(Byte.quote)
  }

  private static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case Byte.quote, Byte.backslash: bytes += [Byte.backslash, byte]
    case Byte.lineFeed: bytes += [Byte.backslash, UInt8(ascii: "n")]
    case Byte.carriageReturn: bytes += [Byte.backslash, UInt8(ascii: "r")]
    case Byte.tab: bytes += [Byte.backslash, UInt8(ascii: "t")]
    case ..<0x20, 0x7F: append(escaped: UInt16(byte), to: &bytes)
    default: bytes.append(byte)
    }
  }

  private static func append(escaped unit: UInt16, to bytes: inout [UInt8]) {
    bytes += [Byte.backslash, UInt8(ascii: "u")]
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> shift & 15)]) }
  }
}
