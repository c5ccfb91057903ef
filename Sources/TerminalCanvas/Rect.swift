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

  /// The first column right of the rectangle.
  package var endColumn: Int { column + columns }

  /// The first row below the rectangle.
  package var endRow: Int { row + rows }

  package var isEmpty: Bool { columns == 0 || rows == 0 }

  package func contains(column: Int, row: Int) -> Bool {
    column >= self.column && column < endColumn && row >= self.row && row < endRow
  }

  /// What both rectangles cover; empty when they do not touch.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without that many columns and rows at each of its sides.
  package func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    let columns = min(columns, self.columns / 2)
    let rows = min(rows, self.rows / 2)
    return Rect(
      column: column + columns, row: row + rows, columns: self.columns - 2 * columns,
      rows: self.rows - 2 * rows)
  }

  /// The given number of rows at the top, and what is left below them.
  package func split(top count: Int) -> (top: Rect, rest: Rect) {
    let count = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: count),
      Rect(column: column, row: row + count, columns: columns, rows: rows - count)
    )
  }

  /// The given number of rows at the bottom, and what is left above them.
  package func split(bottom count: Int) -> (bottom: Rect, rest: Rect) {
    let (rest, bottom) = split(top: rows - min(max(0, count), rows))
    return (bottom, rest)
  }

  /// The given number of columns at the left, and what is left beside them.
  package func split(left count: Int) -> (left: Rect, rest: Rect) {
    let count = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: count, rows: rows),
      Rect(column: column + count, row: row, columns: columns - count, rows: rows)
    )
  }

  /// The given number of columns at the right, and what is left beside them.
  package func split(right count: Int) -> (right: Rect, rest: Rect) {
    let (rest, right) = split(left: columns - min(max(0, count), columns))
    return (right, rest)
  }

  /// One row of the rectangle, counted from its top; empty when the rectangle has no such row.
  package func line(_ index: Int) -> Rect {
    guard index >= 0, index < rows else { return Rect(column: column, row: row, columns: 0, rows: 0) }
    return Rect(column: column, row: row + index, columns: columns, rows: 1)
  }
}
