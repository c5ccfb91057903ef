// What a screen wants the terminal to show: the whole picture at once, so that showing it is a comparison.

/// One picture for the terminal.
package struct Frame: Hashable, Sendable {
  /// Where the terminal's cursor blinks.
  package struct Cursor: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  package var grid: CellGrid
  /// The visible cursor while text is typed; `nil` hides it.
  package var cursor: Cursor?
  /// True when the terminal should report the mouse to us instead of selecting text.
  package var wantsMouse: Bool

  package init(grid: CellGrid, cursor: Cursor? = nil, wantsMouse: Bool = false) {
    self.grid = grid
    self.cursor = cursor
    self.wantsMouse = wantsMouse
  }
}
