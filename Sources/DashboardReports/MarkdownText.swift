// Makes text from outside plain in Markdown as GitHub renders it: no markup, no mention, no link, no new
// table cell.

/// Escapes for GitHub-flavoured Markdown. Both forms are safe inside a table cell.
struct MarkdownText {
  let isASCII: Bool

  // Scalars, not characters: a combining mark after a pipe hides it from Swift and from no parser of
  // Markdown.

  /// A name, a value or a command as code, which also keeps GitHub from making mentions and links of it.
  func code(_ outside: String) -> String {
    let safe = SafeText(outside, isASCII: isASCII).text
    let scalars = safe.unicodeScalars
    if safe.isEmpty { return "" }
    // A code span can hold neither a pipe (in tables) nor a backtick; the element can hold both as entities.
    if scalars.contains(where: { $0 == "|" || $0 == "`" }) || scalars.first == " " || scalars.last == " " {
      return "<code>\(entities(safe))</code>"
    }
    return "`\(safe)`"
  }

  /// A sentence that may hold names from outside.
  func prose(_ outside: String) -> String {
    var escaped = ""
    let scalars = Array(SafeText(outside, isASCII: isASCII).text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let previous = index == 0 ? " " : scalars[index - 1]
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      escaped.unicodeScalars += escape(scalar, after: previous, before: next).unicodeScalars
    }
    return escaped
  }

  private func escape(
    _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar
  ) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "|": "&#124;"
    case "\\", "`", "*", "_", "[", "]", "~", "$": "\\\(scalar)"
    // Where GitHub would make a mention, an issue, a link or an emoji of it, an element of its own breaks the
    // pattern.
    case "@" where next != " ": "<span>@</span>"
    case "#" where next != " ": "<span>#</span>"
    case ":" where next == "/" || next == "+" || next == "-" || next.properties.isAlphabetic:
      "<span>:</span>"
    case "." where previous == "w" || previous == "W": "<span>.</span>"
    default: String(scalar)
    }
  }

  private func entities(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isPlain = !scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      escaped += isPlain ? String(scalar) : "&#\(scalar.value);"
    }
    return escaped
  }
}
