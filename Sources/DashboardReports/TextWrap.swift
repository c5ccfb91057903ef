// Breaks sentences into lines of a width, without breaking what somebody may want to copy.

/// Writes text after a label, wrapped between words; later lines stand under the first.
struct TextWrap {
  let width: Int
  let isASCII: Bool

  /// Writes a label as it is (its words are ours) and a text from anywhere. A no-break space keeps words
  /// together.
  func write(_ label: String, _ text: String, to target: inout some TextOutputStream) {
    let head = SafeText(label, isASCII: isASCII)
    let indent = String(repeating: " ", count: head.columns)
    var line = head.text
    var columns = head.columns
    var isFirst = true
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let safe = SafeText(String(word).replacing("\u{A0}", with: " "), isASCII: isASCII)
      if !isFirst, columns + 1 + safe.columns > width, safe.columns > 0 {
        target.write(Self.trimmed(line) + "\n")
        line = indent + safe.text
        columns = head.columns + safe.columns
      } else {
        line += (isFirst ? "" : " ") + safe.text
        columns += (isFirst ? 0 : 1) + safe.columns
      }
      isFirst = false
    }
    target.write(Self.trimmed(line) + "\n")
  }

  /// A line without blanks at its end.
  static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
