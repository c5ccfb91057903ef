// Reads a theme file; every error names the line and the nearest known word.

import DashboardModel
import StructuredText
import TerminalCanvas

/// What is wrong with a theme file.
package struct ThemeFault: Error, Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1.
  package let column: Int
  /// What is wrong, and what was expected.
  package let reason: String
}

/// Reads theme files.
package struct ThemeParser {
  /// Reads a theme. Throws where the text is no YAML, or says something that is no theme.
  package static func parse(_ text: String, isASCII: Bool) throws(ThemeFault) -> Theme {
    let root: DocumentNode?
    do {
      root = try DocumentNode.parse(text)
    } catch {
      throw ThemeFault(
        line: error.place.line, column: error.place.column, reason: "this is no YAML: \(error.reason)")
    }
    guard let root, let members = root.members else {
      throw ThemeFault(line: 1, column: 1, reason: "a theme is a mapping with name, states and parts")
    }
    var name = "unnamed"
    var states: [CellState: Style] = [:]
    var parts: [ScreenPart: Style] = [:]
    for member in members {
      switch member.name {
      case "name": name = member.value.string ?? name
      case "states": states = try styles(member.value, Self.states)
      case "parts": parts = try styles(member.value, Self.parts)
      default: throw unknown(member, among: ["name", "states", "parts"])
      }
    }
    return Theme(name: name, states: states, parts: parts, isASCII: isASCII)
  }

  private static let states = Dictionary(
    uniqueKeysWithValues: CellState.allCases.map { ($0.word, $0) })
  private static let parts = Dictionary(
    uniqueKeysWithValues: ScreenPart.allCases.map { ($0.rawValue, $0) })

  private static func styles<Key: Hashable>(
    _ node: DocumentNode, _ known: [String: Key]
  ) throws(ThemeFault) -> [Key: Style] {
    guard let members = node.members else { throw fault(node, "expected a mapping of names to styles") }
    var styles: [Key: Style] = [:]
    for member in members {
      guard let key = known[member.name] else { throw unknown(member, among: known.keys.sorted()) }
      styles[key] = try style(member.value)
    }
    return styles
  }

  /// A style is a line of words: `red bold on blue`; `plain` is none.
  private static func style(_ node: DocumentNode) throws(ThemeFault) -> Style {
    guard let text = node.string else { throw fault(node, "expected a style such as: red bold") }
    var style = Style.plain
    var isBackground = false
    for word in text.split(separator: " ").map(String.init) {
      if word == "on" {
        isBackground = true
      } else if let attribute = attributes[word] {
        style = style.adding(attribute)
      } else if let color = color(word) {
        if isBackground { style.background = color } else { style.foreground = color }
      } else if word != "plain" {
        let nearest = nearestKey(to: word, among: Array(attributes.keys) + colors.keys)
        throw fault(
          node, "unknown style word \"\(word)\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? ""))
      }
    }
    return style
  }

  private static let attributes: [String: TextAttributes] = [
    "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse,
  ]

  private static let colors: [String: UInt8] = [
    "black": 0, "red": 1, "green": 2, "yellow": 3, "blue": 4, "magenta": 5, "cyan": 6, "white": 7,
    "gray": 8, "bright-red": 9, "bright-green": 10, "bright-yellow": 11, "bright-blue": 12,
    "bright-magenta": 13, "bright-cyan": 14, "bright-white": 15,
  ]

  private static func color(_ word: String) -> Color? {
    if let index = colors[word] { return .palette(index) }
    return UInt8(word).map(Color.palette)
  }

  private static func unknown(_ member: DocumentNode.Member, among known: [String]) -> ThemeFault {
    let nearest = nearestKey(to: member.name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
    return ThemeFault(
      line: member.namePlace.line, column: member.namePlace.column,
      reason: "unknown key \"\(member.name)\"\(nearest)")
  }

  private static func fault(_ node: DocumentNode, _ reason: String) -> ThemeFault {
    ThemeFault(line: node.place.line, column: node.place.column, reason: reason)
  }
}
