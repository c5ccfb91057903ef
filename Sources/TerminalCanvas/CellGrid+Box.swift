// Rules and boxes on a grid.

extension CellGrid {
  /// Draws a rule of one row.
  package mutating func drawHorizontalRule(
    column: Int, row: Int, columns count: Int, glyphs: Glyphs, style: Style = .plain
  ) {
    fill(
      Rect(column: column, row: row, columns: count, rows: 1), with: glyphs.horizontal, style: style)
  }

  /// Draws a rule of one column.
  package mutating func drawVerticalRule(
    column: Int, row: Int, rows count: Int, glyphs: Glyphs, style: Style = .plain
  ) {
    fill(Rect(column: column, row: row, columns: 1, rows: count), with: glyphs.vertical, style: style)
  }

  /// Draws a frame along the edge of a rectangle, with a title in its top edge, blanks what it encloses, and returns
  /// that inside.
  @discardableResult
  package mutating func drawBox(
    _ rect: Rect, title: DisplayText = "", glyphs: Glyphs, style: Style = .plain, titleStyle: Style? = nil
  ) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else { return rect }
    fill(rect, style: style)
    for row in [rect.row, rect.endRow - 1] {
      drawHorizontalRule(column: rect.column, row: row, columns: rect.columns, glyphs: glyphs, style: style)
    }
    for column in [rect.column, rect.endColumn - 1] {
      drawVerticalRule(column: column, row: rect.row, rows: rect.rows, glyphs: glyphs, style: style)
      for row in [rect.row, rect.endRow - 1] {
        draw(glyphs.corner, column: column, row: row, style: style)
      }
    }
    if !title.isEmpty, rect.columns > 6 {
      let words = (" " + title.clipped(to: rect.columns - 6) + " ")
      draw(words, column: rect.column + 2, row: rect.row, style: titleStyle ?? style, clip: rect)
    }
    return rect.inset(columns: 1, rows: 1)
  }
}
