// A grid as text: what a golden screen holds and what a failing test prints.

package import TerminalCanvas

/// Writes grids as text.
package enum GridDump {
  /// The rows as an operator reads them, blanks at their ends left out.
  package static func text(_ grid: CellGrid) -> String {
    lines(grid) { $0.glyph.text }
  }

  /// One letter per cell for its style, `.` for those that `letter` gives none; wide glyphs have their letter twice,
  /// so that this block is a map of columns.
  package static func styles(_ grid: CellGrid, letter: (Style) -> Character?) -> String {
    lines(grid) { String(letter($0.style) ?? ".") }
  }

  /// Both blocks, as golden screens hold them.
  package static func screen(_ grid: CellGrid, letter: (Style) -> Character?) -> String {
    text(grid) + "--- styles\n" + styles(grid, letter: letter)
  }

  private static func lines(_ grid: CellGrid, _ show: (Cell) -> String) -> String {
    var dump = ""
    for row in 0..<grid.rows {
      var line = grid.row(row).map(show).joined()
      while line.last == " " { line.removeLast() }
      dump += line + "\n"
    }
    return dump
  }
}
