// Draws the column headers: what names share once, what is their own from top to bottom.

import DashboardModel
import TerminalCanvas

struct ColumnHeaderDrawing {
  let state: AppState
  let layout: MatrixLayout
  let axes: MatrixAxes

  func draw(_ grid: inout CellGrid) {
    drawCorner(&grid)
    let first = state.matrix.firstColumn
    let shown = first..<first + layout.columnsThatFit(from: first)
    for group in state.matrix.arrangement.columnGroups where group.range.overlaps(shown) {
      drawGroup(group, shown: group.range.clamped(to: shown), first: first, &grid)
    }
    drawMore(shown, &grid)
  }

  /// The names of the axes stand where their headers meet, with the prefix that all columns share.
  private func drawCorner(_ grid: inout CellGrid) {
    let style = state.theme.style(.axis)
    let top = Rect(column: 0, row: MatrixLayout.topRows, columns: layout.body.column - 1, rows: 1)
    let prefix = state.matrix.arrangement.commonPrefix
    let columns = axes.columnAxis.word.uppercased() + (prefix.isEmpty ? "" : " \(prefix)")
    let rows = axes.rowAxis.word.uppercased()
    if layout.header.rows < 2 {
      grid.draw(DisplayText("\(rows) \\ \(columns)"), in: top, style: style)
      return
    }
    grid.draw(DisplayText(columns), in: top, style: style, alignment: .trailing, clip: .middle)
    let bottom = Rect(
      column: 0, row: MatrixLayout.topRows + layout.header.rows - 1, columns: layout.nameWidth, rows: 1)
    grid.draw(DisplayText(rows), in: bottom, style: style)
  }

  private func drawGroup(_ group: ColumnGroup, shown: Range<Int>, first: Int, _ grid: inout CellGrid) {
    if layout.header.hasLabels {
      let isSelected = group.range.contains(state.matrix.column)
      let start = layout.position(of: shown.lowerBound, first: first)
      let room = min(
        state.columns - start,
        max(group.label.count, layout.position(of: shown.upperBound - 1, first: first) - start + 1))
      // What was scrolled away takes its part of the label's room along.
      let fits =
        shown.lowerBound == group.range.lowerBound ? room : min(room, shown.count * layout.header.cellWidth)
      grid.draw(
        DisplayText(group.label).clipped(to: fits), column: start, row: MatrixLayout.topRows,
        style: state.theme.style(isSelected ? .selectedHeader : .axis))
    }
    for column in shown {
      let tail = group.tails[column - group.range.lowerBound]
      drawName(
        layout.header.hasLabels ? tail : group.label + tail, isSelected: column == state.matrix.column,
        column: layout.position(of: column, first: first), &grid)
    }
  }

  /// A name is written downwards and ends right above the cells; one that is too long is cut with a mark.
  private func drawName(_ name: String, isSelected: Bool, column: Int, _ grid: inout CellGrid) {
    let height = layout.header.rows - (layout.header.hasLabels ? 1 : 0)
    let top = MatrixLayout.topRows + (layout.header.hasLabels ? 1 : 0)
    var glyphs = Array(DisplayText(name).glyphs).map { $0.isWide ? Glyph("?") : $0 }
    if glyphs.count > height { glyphs = glyphs.prefix(max(0, height - 1)) + [Glyph(DisplayText.clipMark)] }
    let style = state.theme.style(isSelected ? .selectedHeader : .columnHeader)
    for (line, glyph) in glyphs.enumerated() {
      grid.draw(glyph, column: column, row: top + height - glyphs.count + line, style: style)
    }
  }

  /// Columns that continue beyond the edges are marked.
  private func drawMore(_ shown: Range<Int>, _ grid: inout CellGrid) {
    let row = MatrixLayout.topRows + layout.header.rows - 1
    let style = state.theme.style(.axis)
    if shown.lowerBound > 0 { grid.draw(Glyph("<"), column: layout.body.column - 1, row: row, style: style) }
    if shown.upperBound < state.matrix.arrangement.columns.count {
      grid.draw(Glyph(">"), column: state.columns - 1, row: row, style: style)
    }
  }
}
