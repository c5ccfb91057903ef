// Colours, attributes and glyphs of states and of the parts of the screen.

package import DashboardModel
package import TerminalCanvas

/// A theme as the screens use it, for one terminal.
package struct Theme: Sendable {
  /// The name by which it is chosen.
  package let name: String
  /// The colours that it was made for.
  package let colors: ColorDepth
  /// Rules, bars and marks, in Unicode or ASCII.
  package let glyphs: Glyphs
  /// The colours of every cell whose style gives none.
  package let screen: Style
  private let stateStyles: [Style]
  private let stateGlyphs: [Glyph]
  private let partStyles: [ScreenPart: Style]

  /// A theme from styles and glyphs in the order of the states; a part that is left out is plain.
  init(
    name: String, colors: ColorDepth, screen: Style, stateStyles: [Style], stateGlyphs: [Glyph],
    partStyles: [ScreenPart: Style], isASCII: Bool
  ) {
    self.name = name
    self.colors = colors
    self.screen = screen
    self.stateStyles = stateStyles
    self.stateGlyphs = stateGlyphs
    self.partStyles = partStyles
    glyphs = Glyphs(isASCII: isASCII)
  }

  /// The style of a state.
  package func style(of state: CellState) -> Style { stateStyles[Int(state.rawValue)] }
  /// The glyph of a state: one column.
  package func glyph(_ state: CellState) -> Glyph { stateGlyphs[Int(state.rawValue)] }
  /// The style of a part of the screen.
  package func style(_ part: ScreenPart) -> Style { partStyles[part] ?? .plain }

  /// Gives a drawn screen what concerns each of its cells: the colours of the screen, and ASCII alone where only that
  /// may be drawn, which names from outside are not.
  package func finish(_ grid: inout CellGrid) {
    if glyphs.isASCII { Self.replaceNonASCII(&grid) }
    if screen.foreground == .terminalDefault, screen.background == .terminalDefault { return }
    grid.restyle(grid.bounds) { painted($0) }
  }

  /// A style with the colours of the screen where it has none of its own.
  package func painted(_ style: Style) -> Style {
    var style = style
    if style.foreground == .terminalDefault { style.foreground = screen.foreground }
    if style.background == .terminalDefault { style.background = screen.background }
    return style
  }

  private static func replaceNonASCII(_ grid: inout CellGrid) {
    let cells = grid.cells
    for (place, cell) in cells.enumerated() where !cell.glyph.isASCII && !cell.isContinuation {
      for offset in 0..<cell.glyph.columns {
        grid.draw(
          Glyph("?"), column: place % grid.columns + offset, row: place / grid.columns, style: cell.style)
      }
    }
  }
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
  /// Cells and names of clusters that are not followed any more.
  case old
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
  /// The curve of copies by hand.
  case chartByHand
  /// The curve of copies that are needed and handed over.
  case chartHandedOver
  /// What matters less.
  case dim
}
