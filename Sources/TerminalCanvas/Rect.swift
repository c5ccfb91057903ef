// A rectangle of terminal cells: where something may be drawn.

/// A rectangle of terminal cells. `column` and `row` count from the top left corner, from 0; a rectangle with
/// `columns` or `rows` of 0 is empty.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
