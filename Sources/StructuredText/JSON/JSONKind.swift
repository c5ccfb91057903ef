// The kinds of value that JSON knows, as a decoder asks for them and as a fault names them.

/// What a JSON value is, told from its first byte.
package enum JSONKind: String, Sendable, Hashable {
  case object
  case array
  case string
  case number
  case bool
  case null

  /// The kind of value that starts with `byte`; nil when no value starts so.
  package init?(startingWith byte: UInt8) {
    switch byte {
    case Byte.openBrace: self = .object
    case Byte.openBracket: self = .array
    case Byte.quote: self = .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): self = .bool
    case UInt8(ascii: "n"): self = .null
    case Byte.minus, Byte.zero...Byte.nine: self = .number
    default: return nil
    }
  }
}
