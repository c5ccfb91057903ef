// Draws the column headers: what names share on one line, what is their own from top to bottom.

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

  /// The names of the axes stand where their headers meet.
  private func drawCorner(_ grid: inout CellGrid) {
    let row = MatrixLayout.topRows + layout.headerRows - 1
    let area = Rect(column: 0, row: row, columns: layout.nameWidth, rows: 1)
    grid.draw(DisplayText(axes.rowAxis.word.uppercased()), in: area, style: state.theme.style(.axis))
  }

  private func drawGroup(_ group: ColumnGroup, shown: Range<Int>, first: Int, _ grid: inout CellGrid) {
    let start = layout.position(of: shown.lowerBound, first: first)
    let end = layout.position(of: shown.upperBound - 1, first: first) + layout.cellWidth
    let hasCursor = group.range.contains(state.matrix.column)
    if layout.hasLabels {
      let style = state.theme.style(hasCursor ? .selectedHeader : .axis)
      let area = Rect(column: start, row: MatrixLayout.topRows, columns: max(1, end - start), rows: 1)
      grid.draw(
        DisplayText(group.label).clipped(to: area.columns), column: start, row: area.row, style: style)
    }
    for column in shown {
      let isSelected = column == state.matrix.column
      drawTail(
        group.tails[column - group.range.lowerBound], isSelected: isSelected,
        column: layout.position(of: column, first: first), &grid)
    }
  }

  /// A tail is written downwards and ends right above the cells; one that is too long is cut with a mark.
  private func drawTail(_ tail: String, isSelected: Bool, column: Int, _ grid: inout CellGrid) {
    let height = layout.headerRows - (layout.hasLabels ? 1 : 0)
    let top = MatrixLayout.topRows + (layout.hasLabels ? 1 : 0)
    var glyphs = Array(DisplayText(tail).glyphs).map { $0.isWide ? Glyph("?") : $0 }
    if glyphs.count > height { glyphs = glyphs.prefix(max(0, height - 1)) + [Glyph(DisplayText.clipMark)] }
    let style = state.theme.style(isSelected ? .selectedHeader : .columnHeader)
    for (line, glyph) in glyphs.enumerated() {
      grid.draw(glyph, column: column, row: top + height - glyphs.count + line, style: style)
    }
  }

  /// Columns that continue beyond the edges are marked.
  private func drawMore(_ shown: Range<Int>, _ grid: inout CellGrid) {
    let row = MatrixLayout.topRows + layout.headerRows - 1
    let style = state.theme.style(.axis)
    if shown.lowerBound > 0 { grid.draw(Glyph("<"), column: layout.body.column - 1, row: row, style: style) }
    if shown.upperBound < state.matrix.arrangement.columns.count {
      grid.draw(Glyph(">"), column: state.columns - 1, row: row, style: style)
    }
  }
}
