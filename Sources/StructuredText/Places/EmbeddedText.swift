// A text that stands inside another one as a string: every byte of it knows its place outside.

/// A text inside a text: JSON in a JSON string, in a YAML scalar, or behind base64.
package struct EmbeddedText: Sendable {
  /// How the outer text spells the inner one.
  package enum Spelling: Sendable, Hashable {
    /// It is the outer text itself.
    case whole
    case jsonString
    case yamlDoubleQuoted
    case yamlSingleQuoted
    /// Plain or a block: letters stand for themselves.
    case yamlBare
    /// The outer text shows nothing of the inner one.
    case base64
  }

  package let bytes: [UInt8]
  package let spelling: Spelling
  /// Outer offsets, one a byte and one for the end.
  private let outer: [Int]

  /// A text that is no part of another.
  package init(whole bytes: [UInt8], base: Int = 0) {
    self.bytes = bytes
    spelling = .whole
    outer = Array(base...(base + bytes.count))
  }

  /// A text behind base64 that stands at an offset.
  package init(base64 bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    spelling = .base64
    outer = Array(repeating: offset, count: bytes.count + 1)
  }

  /// The text of a JSON string whose token, with its quotes, takes a range of the outer text.
  package init(jsonString token: Range<Int>, in text: [UInt8]) {
    var scan = EscapeScan(
      text, from: token.lowerBound + 1, to: max(token.lowerBound + 1, token.upperBound - 1))
    while scan.step() {}
    bytes = scan.bytes
    outer = scan.outer + [min(scan.index, text.count)]
    spelling = .jsonString
  }

  /// The text of a YAML scalar that starts at an offset: JSON's own white space may be folded differently, all else is
  /// found letter by letter.
  package init(yamlScalar value: String, at start: Int, in text: [UInt8]) {
    let quote = start < text.count ? text[start] : 0
    switch quote {
    case Byte.quote: spelling = .yamlDoubleQuoted
    case UInt8(ascii: "'"): spelling = .yamlSingleQuoted
    default: spelling = .yamlBare
    }
    let isBlock = quote == UInt8(ascii: "|") || quote == UInt8(ascii: ">")
    var index = start
    if isBlock {
      while index < text.count, text[index] != Byte.lineFeed { index += 1 }
    } else if spelling != .yamlBare {
      index += 1
    }
    bytes = Array(value.utf8)
    var places: [Int] = []
    places.reserveCapacity(bytes.count + 1)
    for byte in bytes {
      if Byte.isWhitespace(byte) {
        places.append(min(index, text.count))
        continue
      }
      while index < text.count, Byte.isWhitespace(text[index]) { index += 1 }
      places.append(min(index, text.count))
      index += Self.width(at: index, in: text, spelling)
    }
    places.append(min(index, text.count))
    outer = places
  }

  private static func width(at index: Int, in text: [UInt8], _ spelling: Spelling) -> Int {
    guard index < text.count else { return 0 }
    switch (spelling, text[index]) {
    case (.yamlDoubleQuoted, Byte.backslash): return 2
    case (.yamlSingleQuoted, UInt8(ascii: "'")): return 2
    default: return 1
    }
  }

  /// The outer offset of an inner one.
  package func outerOffset(_ offset: Int) -> Int { outer[min(max(0, offset), outer.count - 1)] }

  /// The outer range of an inner one.
  package func outerRange(_ range: Range<Int>) -> Range<Int> {
    let start = outerOffset(range.lowerBound)
    return start..<max(start, outerOffset(range.upperBound))
  }

  /// How the outer text would spell a piece of the inner one.
  package func spelled(_ text: String) -> String {
    switch spelling {
    case .whole, .yamlBare, .base64: return text
    case .yamlSingleQuoted:
      return text.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''")
    case .jsonString, .yamlDoubleQuoted:
      var quoted: [UInt8] = []
      JSONQuoting.plain.append(text, to: &quoted)
      return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    }
  }
}

/// Resolves the escapes of a JSON string one by one.
private struct EscapeScan {
  let text: [UInt8]
  let end: Int
  var index: Int
  var bytes: [UInt8] = []
  var outer: [Int] = []

  init(_ text: [UInt8], from start: Int, to end: Int) {
    self.text = text
    self.end = min(end, text.count)
    index = min(start, self.end)
  }

  mutating func step() -> Bool {
    guard index < end else { return false }
    var width = 1
    if text[index] == Byte.backslash {
      width = escapeWidth
      for byte in JSONEscapes.decoded(text[index..<min(end, index + width)]) { append(byte) }
    } else {
      append(text[index])
    }
    index = min(end, index + width)
    return true
  }

  private mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    outer.append(index)
  }

  /// Two letters, six for `\uXXXX`, twelve for a pair of surrogates.
  private var escapeWidth: Int {
    guard index + 1 < end, text[index + 1] == UInt8(ascii: "u") else { return 2 }
    let isHigh =
      index + 3 < end && text[index + 2] | 0x20 == UInt8(ascii: "d")
      && "89abAB".utf8.contains(text[index + 3])
    let isPair =
      isHigh && index + 7 < end && text[index + 6] == Byte.backslash && text[index + 7] == UInt8(ascii: "u")
    return isPair ? 12 : 6
  }
}
