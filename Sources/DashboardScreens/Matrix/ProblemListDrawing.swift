// Draws the problems as a list where the terminal is too small for a matrix.

import DashboardModel
import TerminalCanvas

struct ProblemListDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    let layout = MatrixLayout(state)
    HeaderDrawing(state: state).draw(&grid)
    drawRows(layout, &grid)
    if layout.hasViewportLine { drawViewport(layout, &grid) }
    if let axes = state.matrixAxes {
      ReadOutDrawing(state: state, axes: axes).draw(&grid, row: layout.bottomRow)
    }
    FooterDrawing(state: state).draw(&grid)
  }

  private func drawRows(_ layout: MatrixLayout, _ grid: inout CellGrid) {
    guard let axes = state.matrixAxes else { return }
    let arrangement = state.matrix.arrangement
    if arrangement.rows.isEmpty {
      let term = arrangement.filterMatches?.unmatched.first
      let text = term.map(FilterFaultText.words(unmatched:)) ?? "nothing is left by this filter"
      grid.draw(DisplayText(text), in: layout.body.line(0).inset(columns: 1))
    }
    let unfollowed = UnfollowedClusters(state)
    for line in 0..<layout.bodyRows {
      let row = state.matrix.firstRow + line
      guard arrangement.rows.indices.contains(row) else { return }
      let isOld = unfollowed.holds(arrangement.rows[row], .rows, axes)
      drawRow(row, axes, layout.body.line(line), isOld: isOld, &grid)
    }
  }

  /// A list that continues says so.
  private func drawViewport(_ layout: MatrixLayout, _ grid: inout CellGrid) {
    let area = Rect(column: 1, row: layout.body.endRow, columns: state.columns - 2, rows: 1)
    let rows = ViewportText.rows(state.matrix, layout: layout) ?? ""
    grid.draw(DisplayText("\(rows), \(state.matrix.orderWords)"), in: area, style: state.theme.style(.dim))
  }

  private func drawRow(
    _ row: Int, _ axes: MatrixAxes, _ area: Rect, isOld: Bool, _ grid: inout CellGrid
  ) {
    let arrangement = state.matrix.arrangement
    let counts = arrangement.rowCounts[row]
    let style = state.theme.style(
      row == state.matrix.row ? .selectedHeader : isOld ? .old : .rowHeader)
    let problems = CellState.allCases.filter { $0.isProblem && counts[$0] > 0 }
    let summary = problems.prefix(3)
      .map { "\(state.theme.glyph($0).text)\(NumberText.short(counts[$0]))" }.joined(separator: " ")
    let right = DisplayText(problems.count > 3 ? "\(summary)\(DisplayText.clipMark)" : summary)
    let parts = area.split(left: 1).rest.split(right: right.columns + 1)
    if let mark = state.matrix.rowMarks[row] {
      grid.draw(mark.glyph, column: area.column, row: area.row, style: state.theme.style(.key))
    }
    grid.draw(
      RowLabel(line: arrangement.rows[row], axes: axes).text, in: parts.rest, style: style, clip: .middle)
    let worst = isOld ? state.theme.style(.old) : state.theme.style(of: counts.worst)
    grid.draw(right, in: parts.right, style: worst, alignment: .trailing)
  }
}
