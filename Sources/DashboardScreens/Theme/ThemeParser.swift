// Reads a theme file; every error names the line, the column and the nearest known word. docs/themes.md is the manual.

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
  /// Reads a theme. Throws where the text is no YAML, or says something that is no theme. What the file leaves out is
  /// plain.
  package static func parse(_ text: String) throws(ThemeFault) -> ThemeSheet {
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
    var sheet = ThemeSheet(name: "unnamed")
    for member in members { try take(member, &sheet) }
    return sheet
  }

  private static let keys = ["name", "background", "screen", "ascii", "states", "parts"]

  private static func take(_ member: DocumentNode.Member, _ sheet: inout ThemeSheet) throws(ThemeFault) {
    let value = member.value
    switch member.name {
    case "name":
      guard let name = value.string else { throw .at(value, "expected a name") }
      sheet.name = name
    case "background": sheet.background = try background(value)
    case "screen": sheet.screen = try StyleWords.choice(value)
    case "ascii":
      guard let isASCII = value.bool else { throw .at(value, "expected true or false") }
      sheet.isASCII = isASCII
    case "states":
      for (state, node) in try known(value, states) { sheet.states[state] = try look(node, of: state) }
      try refuseLookAlikes(sheet, value)
    case "parts":
      for (part, node) in try known(value, parts) { sheet.parts[part] = try StyleWords.choice(node) }
    default: throw .unknown(member, among: keys)
    }
  }

  private static let states = Dictionary(
    uniqueKeysWithValues: CellState.allCases.map { ($0.word, $0) })
  private static let parts = Dictionary(
    uniqueKeysWithValues: ScreenPart.allCases.map { ($0.rawValue, $0) })

  /// The members of a mapping by what their names stand for.
  private static func known<Key>(
    _ node: DocumentNode, _ names: [String: Key]
  ) throws(ThemeFault) -> [(Key, DocumentNode)] {
    guard let members = node.members else { throw .at(node, "expected a mapping of names to styles") }
    var found: [(Key, DocumentNode)] = []
    for member in members {
      guard let key = names[member.name] else { throw .unknown(member, among: names.keys.sorted()) }
      found.append((key, member.value))
    }
    return found
  }

  /// One colour, written as a style is.
  private static func background(_ node: DocumentNode) throws(ThemeFault) -> ThemeSheet.Choice {
    let choice = try StyleWords.choice(node)
    for style in [choice.rich, choice.basic] {
      guard style == Style(foreground: style.foreground), style.foreground != .terminalDefault else {
        throw .at(node, "expected the colour that the theme is made for, such as: white")
      }
    }
    return choice
  }

  // MARK: States

  /// A state is a style, or a mapping with `style`, `glyph` and `ascii`.
  private static func look(_ node: DocumentNode, of state: CellState) throws(ThemeFault) -> ThemeSheet.Look {
    guard let members = node.members else {
      return ThemeSheet.Look(style: try stateStyle(node))
    }
    var look = ThemeSheet.Look()
    for member in members {
      switch member.name {
      case "style": look.style = try stateStyle(member.value)
      case "glyph": look.glyph = try glyph(member.value, of: state, isASCII: false)
      case "ascii": look.asciiGlyph = try glyph(member.value, of: state, isASCII: true)
      default: throw .unknown(member, among: ["style", "glyph", "ascii"])
      }
    }
    return look
  }

  /// Reverse video is what shows the cursor: a state that has it would hide where the cursor is.
  private static func stateStyle(_ node: DocumentNode) throws(ThemeFault) -> ThemeSheet.Choice {
    let choice = try StyleWords.choice(node)
    if choice.rich.attributes.union(choice.basic.attributes).contains(.reverse) {
      throw .at(node, "a state cannot be \"reverse\": that is how the cursor looks")
    }
    return choice
  }

  private static func glyph(
    _ node: DocumentNode, of state: CellState, isASCII: Bool
  ) throws(ThemeFault) -> Glyph {
    let text = node.string ?? ""
    let shown = DisplayText(text)
    var glyphs = shown.glyphs
    guard let glyph = glyphs.next(), glyphs.next() == nil, glyph.columns == 1,
      shown.text.unicodeScalars.elementsEqual(text.unicodeScalars)
    else {
      throw .at(node, "\(QuotedGlyph(text).text) is not one character that is one column wide")
    }
    if isASCII, !glyph.isASCII { throw .at(node, "\(QuotedGlyph(text).text) is no ASCII character") }
    if glyph == .blank, state != .blank {
      throw .at(node, "a blank stands for \"\(CellState.blank.word)\" alone")
    }
    return glyph
  }

  /// A glyph says what a state is without colour, so on one face no two states may share one.
  private static func refuseLookAlikes(_ sheet: ThemeSheet, _ node: DocumentNode) throws(ThemeFault) {
    for face in Face.allCases {
      for isASCII in [false, true] {
        var seen: [Glyph: CellState] = [:]
        for state in face.states + [.blank] {
          let glyph = (sheet.states[state] ?? ThemeSheet.Look()).glyph(of: state, isASCII: isASCII)
          if let other = seen[glyph] {
            let culprit = node[state.word]?.members == nil ? node[other.word] : node[state.word]
            throw .at(
              culprit ?? node,
              "\"\(other.word)\" and \"\(state.word)\" occur side by side and share the glyph "
                + QuotedGlyph(glyph.text).text)
          }
          seen[glyph] = state
        }
      }
    }
  }
}

/// What a file has where a glyph should be, made safe to print.
private struct QuotedGlyph {
  let text: String

  init(_ outside: String) { text = "\"\(DisplayText(outside).clipped(to: 20).text)\"" }
}

extension ThemeFault {
  static func at(_ node: DocumentNode, _ reason: String) -> ThemeFault {
    ThemeFault(line: node.place.line, column: node.place.column, reason: reason)
  }

  static func unknown(_ member: DocumentNode.Member, among known: [String]) -> ThemeFault {
    ThemeFault(
      line: member.namePlace.line, column: member.namePlace.column,
      reason: "unknown key \"\(DisplayText(member.name).text)\"\(hint(member.name, known))")
  }

  /// What was probably meant, or everything that could have been.
  static func hint(_ word: String, _ known: [String]) -> String {
    if let nearest = nearestKey(to: word, among: known) { return "; did you mean \"\(nearest)\"?" }
    return "; there are: \(known.joined(separator: ", "))"
  }
}
