// Writes JSON as it goes, for reports and snapshots: no tree, no Foundation.

/// Appends JSON text to a byte buffer. The caller keeps the grammar: a key before each value in an object.
/// Members stand in the order of the calls; a caller that wants canonical text calls in sorted order.
package struct JSONWriter: Sendable {
  package private(set) var bytes: [UInt8] = []
  private let isPretty: Bool
  private var depth = 0
  private var needsComma = false
  private var isBehindKey = false

  package init(isPretty: Bool = false) { self.isPretty = isPretty }

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what was written so far and forgets it, so that a stream stays small.
  package mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(Byte.openBrace, Byte.closeBrace, body)
  }

  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    nest(Byte.openBracket, Byte.closeBracket, body)
  }

  package mutating func key(_ name: String) {
    separate()
    Self.append(name, to: &bytes)
    bytes.append(Byte.colon)
    if isPretty { bytes.append(Byte.space) }
    isBehindKey = true
  }

  package mutating func string(_ value: String) {
    separate()
    Self.append(value, to: &bytes)
  }

  package mutating func number(_ value: Int) { literal(String(value)) }

  /// A number that is not finite has no JSON form and becomes null.
  package mutating func number(_ value: Double) { literal(value.isFinite ? String(value) : "null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func null() { literal("null") }

  /// Writes a value that is JSON already.
  package mutating func raw(_ json: some Sequence<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: Int) {
    key(name)
    number(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a line feed, between the documents of a stream or at the end of a file.
  package mutating func newline() {
    bytes.append(Byte.lineFeed)
    needsComma = false
  }

  // MARK: Steps

  mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if needsComma { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if isBehindKey {
      isBehindKey = false
      return
    }
    if needsComma { bytes.append(Byte.comma) }
    if depth > 0 { breakLine() }
    needsComma = true
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(Byte.lineFeed)
    bytes.append(contentsOf: repeatElement(Byte.space, count: depth * 2))
  }

  /// Appends a string with quotes. Control characters, quotes and backslashes are escaped, nothing else is.
  static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(Byte.quote)
    for byte in string.utf8 {
      switch byte {
      case Byte.quote, Byte.backslash: bytes += [Byte.backslash, byte]
      case Byte.lineFeed: bytes += [Byte.backslash, UInt8(ascii: "n")]
      case Byte.carriageReturn: bytes += [Byte.backslash, UInt8(ascii: "r")]
      case Byte.tab: bytes += [Byte.backslash, UInt8(ascii: "t")]
      case ..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        bytes += [Byte.backslash, UInt8(ascii: "u"), Byte.zero, Byte.zero]
        bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(Byte.quote)
  }
}
