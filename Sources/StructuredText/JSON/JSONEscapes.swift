// What a backslash means inside a JSON string.

enum JSONEscapes {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The bytes that a string's contents stand for. Lone surrogates and broken escapes become U+FFFD.
  static func decoded(_ contents: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(contents.count)
    var rest = contents
    while let byte = rest.popFirst() {
      guard byte == Byte.backslash else {
        output.append(byte)
        continue
      }
      guard let escape = rest.popFirst() else {
        output += replacement
        break
      }
      if escape == UInt8(ascii: "u") {
        appendUnicode(&rest, to: &output)
      } else if let meant = meaning(of: escape) {
        output.append(meant)
      } else {
        output += replacement
      }
    }
    return output
  }

  private static func meaning(of escape: UInt8) -> UInt8? {
    switch escape {
    case Byte.quote, Byte.backslash, Byte.slash: escape
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): Byte.lineFeed
    case UInt8(ascii: "r"): Byte.carriageReturn
    case UInt8(ascii: "t"): Byte.tab
    default: nil
    }
  }

  private static func appendUnicode(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard let first = unit(&rest) else {
      output += replacement
      return
    }
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      var ahead = rest
      if ahead.popFirst() == Byte.backslash, ahead.popFirst() == UInt8(ascii: "u"),
        let second = unit(&ahead), (0xDC00..<0xE000).contains(second)
      {
        rest = ahead
        value = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)
      }
    }
    guard let scalar = Unicode.Scalar(value) else {
      output += replacement
      return
    }
    output += UTF8.encode(scalar).map { Array($0) } ?? replacement
  }

  /// Four hexadecimal digits; nil, with nothing consumed, when they are not there.
  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    let digits = rest.prefix(4)
    guard digits.count == 4 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = Byte.hexadecimal(byte) else { return nil }
      value = value << 4 | digit
    }
    rest = rest.dropFirst(4)
    return value
  }
}
