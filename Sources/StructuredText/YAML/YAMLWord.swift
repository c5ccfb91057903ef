// A text as a word of YAML: bare where nobody can take it for anything else, else in quotes.

/// Spells texts for YAML that people read.
package enum YAMLWord {
  /// The text as it may stand in a flow list or behind a key.
  package static func text(_ text: String) -> String {
    if isBare(text) { return text }
    var bytes: [UInt8] = []
    // A JSON string is a double-quoted YAML string with the same meaning.
    JSONQuoting.plain.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A list of words on one line.
  package static func list(_ texts: [String]) -> String {
    "[" + texts.map(text).joined(separator: ", ") + "]"
  }

  private static func isBare(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last,
      isLetter(first) || first == UInt8(ascii: "/"),
      last != UInt8(ascii: " "), YAMLScalar(plain: text) == .string, !isOldTruth(text)
    else { return false }
    return text.utf8.allSatisfy { isLetter($0) || Byte.isDigit($0) || " -_./=+".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Readers of YAML 1.1 take these for truths.
  private static func isOldTruth(_ text: String) -> Bool {
    ["y", "n", "yes", "no", "on", "off"].contains(text.lowercased())
  }
}
