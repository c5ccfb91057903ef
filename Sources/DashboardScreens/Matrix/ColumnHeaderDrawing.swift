// Draws the column headers: what names share once, what is their own from top to bottom, and how many are one.

import DashboardModel
import TerminalCanvas

struct ColumnHeaderDrawing {
  let state: AppState
  let layout: MatrixLayout
  let axes: MatrixAxes
  let unfollowed: UnfollowedClusters

  func draw(_ grid: inout CellGrid) {
    drawCorner(&grid)
    let first = state.matrix.firstColumn
    let shown = first..<first + layout.columnsThatFit(from: first)
    for group in arrangement.columnGroups where group.range.overlaps(shown) {
      drawGroup(group, shown: group.range.clamped(to: shown), first: first, &grid)
    }
    for column in shown { drawCount(column, position: layout.position(of: column, first: first), &grid) }
    drawMore(shown, &grid)
  }

  private var arrangement: MatrixArrangement { layout.arrangement }
  private var firstNameRow: Int { layout.headerRow + (layout.header.hasLabels ? 1 : 0) }

  /// The names of the axes stand where their headers meet: what they are zoomed out to, and the prefix of all columns.
  private func drawCorner(_ grid: inout CellGrid) {
    let style = state.theme.style(.axis)
    let top = Rect(
      column: layout.nameColumn, row: layout.headerRow, columns: layout.body.column - 2, rows: 1)
    let prefix = arrangement.commonPrefix
    let columns = AxisTitle(axes.columnAxis, state.matrix).text
    let rows = AxisTitle(axes.rowAxis, state.matrix).text
    if layout.header.rows < 2 {
      grid.draw(DisplayText("\(rows) \\ \(columns)"), in: top, style: style)
      return
    }
    // What all names begin with stands right before them.
    grid.draw(
      DisplayText(prefix.isEmpty ? columns : "\(columns) \(prefix)"), in: top, style: style,
      alignment: prefix.isEmpty ? .leading : .trailing, clip: .middle)
    let bottom = Rect(
      column: layout.nameColumn, row: layout.headerRow + layout.header.rows - 1, columns: layout.nameWidth,
      rows: 1)
    grid.draw(DisplayText(rows), in: bottom, style: style)
  }

  private func drawGroup(_ group: ColumnGroup, shown: Range<Int>, first: Int, _ grid: inout CellGrid) {
    if layout.header.hasLabels { drawLabel(group, shown: shown, first: first, &grid) }
    for column in shown {
      let tail = group.tails[column - group.range.lowerBound]
      let name = layout.header.hasLabels ? tail : group.label + tail
      let position = layout.position(of: column, first: first)
      let isOld = unfollowed.holds(arrangement.columns[column], .columns, axes)
      var style = state.theme.style(
        column == state.matrix.column ? .selectedHeader : isOld ? .old : .columnHeader)
      if arrangement.highlighted.isColumnMarked(column) { style = style.adding(.underline) }
      if column == state.matrix.column && state.matrix.header == .columns { style = style.adding(.reverse) }
      if layout.header.isAcross {
        let text = DisplayText(name).clipped(to: layout.header.cellWidth - 1)
        grid.draw(text, column: position, row: firstNameRow, style: style)
      } else {
        drawDownwards(name, column: position, style: style, &grid)
      }
    }
  }

  private func drawLabel(_ group: ColumnGroup, shown: Range<Int>, first: Int, _ grid: inout CellGrid) {
    let isSelected = group.range.contains(state.matrix.column)
    let start = layout.position(of: shown.lowerBound, first: first)
    let end = layout.position(of: shown.upperBound - 1, first: first) + layout.header.cellWidth - 1
    let room = min(state.columns - start - 1, max(group.labelColumns, end - start))
    // What was scrolled away takes its part of the label's room along.
    let fits =
      shown.lowerBound == group.range.lowerBound ? room : min(room, shown.count * layout.header.cellWidth)
    grid.draw(
      DisplayText(group.label).clipped(to: fits), column: start, row: layout.headerRow,
      style: state.theme.style(isSelected ? .selectedHeader : .axis))
  }

  /// A name is written downwards and ends right above the cells. One that is too long is cut before its last character,
  /// which often is what tells names apart.
  private func drawDownwards(_ name: String, column: Int, style: Style, _ grid: inout CellGrid) {
    let height = layout.header.nameRows
    var glyphs = Array(DisplayText(name).glyphs)
    if glyphs.count > height {
      glyphs = glyphs.prefix(max(0, height - 2)) + [Glyph(DisplayText.clipMark)] + glyphs.suffix(1)
      glyphs = Array(glyphs.prefix(height))
    }
    for (line, glyph) in glyphs.enumerated() {
      let row = firstNameRow + height - glyphs.count + line
      // A glyph of two columns has no room above a cell of one.
      let fits = glyph.columns <= layout.header.cellWidth
      grid.draw(fits ? glyph : Glyph("?"), column: column, row: row, style: style)
    }
  }

  /// How many subjects a column stands for: `x12`. The letter, since the sign for times is two columns wide on some
  /// terminals.
  private func drawCount(_ column: Int, position: Int, _ grid: inout CellGrid) {
    let count = arrangement.columns[column].members.count
    guard layout.header.countRows > 0, count > 1 else { return }
    let text = DisplayText("x\(NumberText.short(count))")
    let style = state.theme.style(column == state.matrix.column ? .selectedHeader : .axis)
    let row = firstNameRow + layout.header.nameRows
    if layout.header.isAcross {
      grid.draw(text, column: position, row: row, style: style)
      return
    }
    for (line, glyph) in text.glyphs.enumerated() where line < layout.header.countRows {
      grid.draw(glyph, column: position, row: row + line, style: style)
    }
  }

  /// Columns that continue beyond the edges are marked.
  private func drawMore(_ shown: Range<Int>, _ grid: inout CellGrid) {
    let row = layout.headerRow + layout.header.rows - 1
    let style = state.theme.style(.axis)
    if shown.lowerBound > 0 { grid.draw(Glyph("<"), column: layout.body.column - 1, row: row, style: style) }
    if shown.upperBound < arrangement.columns.count {
      grid.draw(Glyph(">"), column: state.columns - 1, row: row, style: style)
    }
  }
}
