// What a plain YAML scalar means, as kubectl reads it: the core schema, with octal modes.

/// The JSON type of a scalar.
enum YAMLScalar: Equatable {
  case null
  case bool(Bool)
  /// A number, spelled as JSON spells it.
  case number(String)
  case string

  /// Resolves a scalar that was written without quotes and without a tag. `yes`, `no`, `on` and `off` are
  /// strings: kubectl quotes them on output, and a label `on` must not turn into a truth.
  init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default: self = Self.number(text).map { .number($0) } ?? .string
    }
  }

  private static func number(_ text: String) -> String? {
    guard let first = text.utf8.first, text.utf8.count <= 64,
      Byte.isDigit(first) || first == Byte.minus || first == Byte.plus || first == Byte.dot
    else { return nil }
    return integer(text) ?? decimal(text)
  }

  private static func integer(_ text: String) -> String? {
    let isNegative = text.hasPrefix("-")
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let magnitude: UInt64?
    if digits.hasPrefix("0x") {
      magnitude = unsigned(digits.dropFirst(2), radix: 16)
    } else if digits.hasPrefix("0o") {
      magnitude = unsigned(digits.dropFirst(2), radix: 8)
    } else if digits.utf8.count > 1, digits.hasPrefix("0"), let octal = unsigned(digits, radix: 8) {
      // File modes such as 0644 are octal for kubectl.
      magnitude = octal
    } else {
      magnitude = unsigned(digits, radix: 10)
    }
    return magnitude.map { isNegative && $0 > 0 ? "-\($0)" : "\($0)" }
  }

  private static func unsigned(_ digits: Substring, radix: Int) -> UInt64? {
    guard let first = digits.utf8.first, first != Byte.plus, first != Byte.minus else { return nil }
    return UInt64(digits, radix: radix)
  }

  private static func decimal(_ text: String) -> String? {
    let isSpelledSo = text.utf8.allSatisfy { byte in
      Byte.isDigit(byte) || byte == Byte.dot || byte == Byte.minus || byte == Byte.plus
        || byte | 0x20 == UInt8(ascii: "e")
    }
    guard isSpelledSo, text.utf8.contains(where: Byte.isDigit), let value = Double(text), value.isFinite
    else { return nil }
    return String(value)
  }
}
