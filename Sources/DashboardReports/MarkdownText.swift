// Makes text from outside plain in Markdown as GitHub renders it: no markup, no mention, no link, no new table cell.

/// Escapes for GitHub-flavoured Markdown. Both forms are safe inside a table cell.
struct MarkdownText {
  let isASCII: Bool

  /// A name, a value or a command as code, which also keeps GitHub from making mentions and links of it.
  func code(_ outside: String) -> String {
    let safe = SafeText(outside, isASCII: isASCII).text
    if safe.isEmpty { return "" }
    // A code span can hold neither a pipe (in tables) nor a backtick; the element can hold both as entities.
    if safe.contains(where: { "|`".contains($0) }) || safe.first == " " || safe.last == " " {
      return "<code>\(entities(safe))</code>"
    }
    return "`\(safe)`"
  }

  /// A sentence that may hold names from outside.
  func prose(_ outside: String) -> String {
    var escaped = ""
    let characters = Array(SafeText(outside, isASCII: isASCII).text)
    for (index, character) in characters.enumerated() {
      let previous = index == 0 ? " " : characters[index - 1]
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      escaped += escape(character, after: previous, before: next)
    }
    return escaped
  }

  private func escape(
    _ character: Character, after previous: Character, before next: Character
  ) -> String {
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "|": "&#124;"
    case "\\", "`", "*", "_", "[", "]", "~", "$": "\\\(character)"
    // Where GitHub would make a mention, an issue, a link or an emoji of it, an element of its own breaks the pattern.
    case "@" where next != " ": "<span>@</span>"
    case "#" where next != " ": "<span>#</span>"
    case ":" where next == "/" || next.isLetter || "+-".contains(next): "<span>:</span>"
    case "." where previous == "w" || previous == "W": "<span>.</span>"
    default: String(character)
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
