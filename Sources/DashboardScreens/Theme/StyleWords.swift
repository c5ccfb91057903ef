// Reads a style from a line of words: `208 bold on black or yellow bold`.

import StructuredText
import TerminalCanvas

/// The language of styles: colours, `on` a background, attributes, `plain` for none, and `or` before what stands in for
/// it on terminals that have 16 colours or 8.
enum StyleWords {
  private typealias Word = (text: Substring, column: Int)

  /// The style of a line, and its stand-in.
  static func choice(_ node: DocumentNode) throws(ThemeFault) -> ThemeSheet.Choice {
    guard case .scalar(let text, let isPlain) = node.content, node.string != nil else {
      throw .at(node, "expected a style such as: red bold")
    }
    // Quotes stand before what they quote.
    let start = node.place.column + (isPlain ? 0 : 1)
    var sides: [[Word]] = [[]]
    for word in text.split(separator: " ") {
      let column = start + text.unicodeScalars.distance(from: text.startIndex, to: word.startIndex)
      if word == "or" { sides.append([]) } else { sides[sides.count - 1].append((word, column)) }
    }
    let line = node.place.line
    guard sides.count <= 2, sides.allSatisfy({ !$0.isEmpty }) else {
      throw .at(node, "\"or\" stands once, between a style and its stand-in for 16 colours")
    }
    let rich = try style(sides[0], line: line, colors: 256)
    guard sides.count == 2 else { return ThemeSheet.Choice(rich: rich, basic: rich) }
    return ThemeSheet.Choice(rich: rich, basic: try style(sides[1], line: line, colors: 16))
  }

  private static func style(_ words: [Word], line: Int, colors limit: Int) throws(ThemeFault) -> Style {
    var style = Style.plain
    var isBackground = false
    for (place, word) in words.enumerated() {
      if word.text == "on" {
        isBackground = true
        guard place + 1 < words.count, color(words[place + 1].text) != nil else {
          throw fault(word, line, "\"on\" stands before the colour of a background")
        }
      } else if let attribute = attributes[String(word.text)] {
        style = style.adding(attribute)
      } else if let color = color(word.text) {
        try take(color, isBackground: isBackground, word, line: line, limit: limit, &style)
      } else if word.text != "plain" {
        throw unknown(word, line)
      }
    }
    if style.foreground != .terminalDefault, style.foreground == style.background {
      throw fault(words[0], line, "text in the colour of its background cannot be seen")
    }
    return style
  }

  private static func take(
    _ index: UInt8, isBackground: Bool, _ word: Word, line: Int, limit: Int, _ style: inout Style
  ) throws(ThemeFault) {
    guard Int(index) < limit else {
      throw fault(
        word, line, "\(index) is none of the 16 colours that stand after \"or\": a name, or 0 to 15")
    }
    guard (isBackground ? style.background : style.foreground) == .terminalDefault else {
      throw fault(word, line, "\"\(word.text)\" is one colour too many; a background stands after \"on\"")
    }
    if isBackground { style.background = .palette(index) } else { style.foreground = .palette(index) }
  }

  private static let attributes: [String: TextAttributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
  ]

  private static let colors: [String: UInt8] = [
    "black": 0, "red": 1, "green": 2, "yellow": 3, "blue": 4, "magenta": 5, "cyan": 6, "white": 7,
    "gray": 8, "bright-red": 9, "bright-green": 10, "bright-yellow": 11, "bright-blue": 12,
    "bright-magenta": 13, "bright-cyan": 14, "bright-white": 15,
  ]

  private static func color(_ word: Substring) -> UInt8? { colors[String(word)] ?? UInt8(word) }

  private static func unknown(_ word: Word, _ line: Int) -> ThemeFault {
    let shown = DisplayText(String(word.text)).clipped(to: 40).text
    if word.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return fault(word, line, "colours are numbered from 0 to 255, not \(shown)")
    }
    let known = Array(attributes.keys) + colors.keys + ["plain", "on", "or"]
    let hint = nearestKey(to: String(word.text), among: known.sorted()).map { "; did you mean \"\($0)\"?" }
    return fault(
      word, line, "unknown style word \"\(shown)\"\(hint ?? "; styles are such as: red bold, 208 on black")")
  }

  private static func fault(_ word: Word, _ line: Int, _ reason: String) -> ThemeFault {
    ThemeFault(line: line, column: word.column, reason: reason)
  }
}
