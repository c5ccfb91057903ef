// The drawing surface: cells in rows and columns, with drawing that stays inside and never halves a wide glyph.

/// A screen in memory. Drawing outside of it does nothing.
package struct CellGrid: Hashable, Sendable {
  package let columns: Int
  package let rows: Int
  /// All cells, row by row: the cell at (column, row) is `cells[row * columns + column]`.
  package private(set) var cells: [Cell]

  /// A grid of blanks.
  package init(columns: Int, rows: Int, style: Style = .plain) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: Cell(style: style), count: self.columns * self.rows)
  }

  /// The whole grid.
  package var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

  /// The cell at a position, a blank outside of the grid.
  package subscript(column: Int, row: Int) -> Cell {
    guard bounds.contains(column: column, row: row) else { return .blank }
    return cells[row * columns + column]
  }

  /// The cells of one row; empty when the grid has no such row.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < rows else { return [] }
    return cells[row * columns..<(row + 1) * columns]
  }

  /// True when both grids show the same in that row.
  package func hasSameRow(_ row: Int, as other: CellGrid) -> Bool {
    columns == other.columns && self.row(row) == other.row(row)
  }

  /// Draws text from a column on, clipped to the grid and to `clip`, and returns the column after it: where the next
  /// text would start, also when some or all of this one was clipped. Text is made safe on the way.
  @discardableResult
  package mutating func draw(
    _ text: String, column: Int, row: Int, style: Style = .plain, clip: Rect? = nil
  ) -> Int {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    let isVisible = row >= area.row && row < area.endRow
    if let end = drawASCII(text, column: column, row: row, style: style, area: area) { return end }
    var position = column
    for glyph in GlyphScanner(text) {
      if isVisible, position < area.endColumn {
        put(glyph, column: position, row: row, style: style, area: area)
      }
      position += glyph.columns
    }
    return position
  }

  /// Draws text that was made safe before.
  @discardableResult
  package mutating func draw(
    _ text: DisplayText, column: Int, row: Int, style: Style = .plain, clip: Rect? = nil
  ) -> Int {
    draw(text.text, column: column, row: row, style: style, clip: clip)
  }

  /// Draws text into the first row of a rectangle, clipped with `~` or filled with blanks to its whole width.
  package mutating func draw(
    _ text: DisplayText, in rect: Rect, style: Style = .plain, alignment: TextAlignment = .leading,
    clip position: ClipPosition = .end
  ) {
    let fitting = text.padded(to: rect.columns, alignment: alignment, clip: position)
    draw(fitting.text, column: rect.column, row: rect.row, style: style, clip: rect)
  }

  /// Draws one glyph.
  package mutating func draw(
    _ glyph: Glyph, column: Int, row: Int, style: Style = .plain, clip: Rect? = nil
  ) {
    let area = clip.map { $0.intersection(bounds) } ?? bounds
    guard row >= area.row, row < area.endRow else { return }
    put(glyph, column: column, row: row, style: style, area: area)
  }

  /// Fills a rectangle with one glyph of a single column.
  package mutating func fill(_ rect: Rect, with glyph: Glyph = .blank, style: Style = .plain) {
    let area = rect.intersection(bounds)
    let cell = Cell(glyph: glyph.columns == 1 ? glyph : .blank, style: style)
    for row in area.row..<area.endRow where area.columns > 0 {
      blankHalves(column: area.column, row: row)
      blankHalves(column: area.endColumn - 1, row: row)
      let start = row * columns + area.column
      for index in start..<start + area.columns { cells[index] = cell }
    }
  }

  /// Changes the style of what a rectangle shows, as for a cursor row or a selection.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.endRow {
      let start = row * columns + area.column
      for index in start..<start + area.columns { cells[index].style = change(cells[index].style) }
    }
  }

  /// Puts another grid on top of this one, its top left corner at the given position.
  package mutating func draw(_ other: CellGrid, column: Int, row: Int) {
    for line in 0..<other.rows {
      for (offset, cell) in other.row(line).enumerated() where !cell.isContinuation {
        draw(cell.glyph, column: column + offset, row: row + line, style: cell.style)
      }
    }
  }

  /// Draws text of printable ASCII only, as nearly all is, byte by byte; `nil` when it holds anything else.
  private mutating func drawASCII(_ text: String, column: Int, row: Int, style: Style, area: Rect) -> Int? {
    let end = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard bytes.allSatisfy({ $0 &- 0x20 < 0x5F }) else { return nil }
      guard row >= area.row, row < area.endRow else { return column + bytes.count }
      let start = max(column, area.column)
      let stop = min(column + bytes.count, area.endColumn)
      for position in start..<max(start, stop) {
        blankHalves(column: position, row: row)
        let glyph = Glyph(ascii: bytes[position - column])
        cells[row * columns + position] = Cell(glyph: glyph, style: style)
      }
      return column + bytes.count
    }
    return end ?? nil
  }

  /// Puts a glyph into the area; one that the edge of the area would halve becomes a blank in the half that is inside.
  private mutating func put(_ glyph: Glyph, column: Int, row: Int, style: Style, area: Rect) {
    let end = column + glyph.columns
    guard end > area.column, column < area.endColumn else { return }
    let isWhole = column >= area.column && end <= area.endColumn
    for position in max(column, area.column)..<min(end, area.endColumn) {
      blankHalves(column: position, row: row)
      let part = !isWhole ? Glyph.blank : position == column ? glyph : .continuation
      cells[row * columns + position] = Cell(glyph: part, style: style)
    }
  }

  /// Turns the wide glyph that covers a cell into blanks, since part of it is about to be overwritten.
  private mutating func blankHalves(column: Int, row: Int) {
    let index = row * columns + column
    if cells[index].isContinuation {
      cells[index].glyph = .blank
      if column > 0 { cells[index - 1].glyph = .blank }
    } else if cells[index].glyph.isWide {
      cells[index].glyph = .blank
      if column + 1 < columns { cells[index + 1].glyph = .blank }
    }
  }
}
