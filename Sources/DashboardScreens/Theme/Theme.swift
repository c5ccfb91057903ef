// Colours, attributes and glyphs of states and of the parts of the screen.

package import DashboardModel
package import TerminalCanvas

/// A theme as the screens use it.
package struct Theme: Sendable {
  /// The name by which it is chosen.
  package let name: String
  /// Rules, bars and marks, in Unicode or ASCII.
  package let glyphs: Glyphs
  private let stateStyles: [Style]
  private let stateGlyphs: [Glyph]
  private let partStyles: [ScreenPart: Style]

  /// A theme from the styles of a theme file; what the file leaves out is plain.
  package init(name: String, states: [CellState: Style], parts: [ScreenPart: Style], isASCII: Bool) {
    self.name = name
    glyphs = Glyphs(isASCII: isASCII)
    stateStyles = CellState.allCases.map { states[$0] ?? .plain }
    stateGlyphs = CellState.allCases.map { Glyph(String(isASCII ? $0.asciiGlyph : $0.glyph)) }
    partStyles = parts
  }

  /// The style of a state.
  package func style(of state: CellState) -> Style { stateStyles[Int(state.rawValue)] }
  /// The glyph of a state: one column.
  package func glyph(_ state: CellState) -> Glyph { stateGlyphs[Int(state.rawValue)] }
  /// The style of a part of the screen.
  package func style(_ part: ScreenPart) -> Style { partStyles[part] ?? .plain }
}

/// A part of the screen that a theme styles.
package enum ScreenPart: String, Hashable, Sendable, CaseIterable {
  /// The first line.
  case header
  /// The header where something is wrong with a feed.
  case warning
  /// Numbers of the figures line.
  case figure
  /// The face that is shown.
  case selectedTab
  /// The other faces.
  case tab
  /// Axis names and group labels.
  case axis
  /// Row names.
  case rowHeader
  /// Rows that stand for an account group.
  case group
  /// Column names.
  case columnHeader
  /// Names of the row and column under the cursor.
  case selectedHeader
  /// Rules.
  case rule
  /// The sentence of the read-out.
  case readOut
  /// Words of the legend and the footer.
  case legend
  /// Keys in the footer and in help.
  case key
  /// The line that is typed.
  case prompt
  /// What is wrong in the line that is typed.
  case fault
  /// What could complete it.
  case completion
  /// The sentence about the last key.
  case notice
  /// What matters less.
  case dim
}
