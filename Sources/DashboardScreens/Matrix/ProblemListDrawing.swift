// Draws the problems as a list where the terminal is too small for a matrix.

import DashboardModel
import TerminalCanvas

struct ProblemListDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    HeaderDrawing(state: state).draw(&grid)
    let area = Rect(column: 0, row: 2, columns: state.columns, rows: max(0, state.rows - 5))
    drawRows(area, &grid)
    if let axes = state.matrixAxes {
      ReadOutDrawing(state: state, axes: axes).draw(&grid, row: state.rows - 3)
    }
    FooterDrawing(state: state).draw(&grid)
  }

  private func drawRows(_ area: Rect, _ grid: inout CellGrid) {
    guard let axes = state.matrixAxes else { return }
    let arrangement = state.matrix.arrangement
    if arrangement.rows.isEmpty { grid.draw("nothing is left by this filter", column: 1, row: area.row) }
    for line in 0..<area.rows {
      let row = state.matrix.firstRow + line
      guard arrangement.rows.indices.contains(row) else { return }
      drawRow(arrangement.rows[row], axes, isSelected: row == state.matrix.row, area.line(line), &grid)
    }
  }

  private func drawRow(
    _ line: MatrixLine, _ axes: MatrixAxes, isSelected: Bool, _ area: Rect, _ grid: inout CellGrid
  ) {
    let counts = axes.counts(of: line)
    let style = state.theme.style(isSelected ? .selectedHeader : .rowHeader)
    let summary = CellState.allCases.filter { $0.isProblem && counts[$0] > 0 }.prefix(3)
      .map { "\(state.theme.glyph($0).text)\(NumberText.short(counts[$0]))" }.joined(separator: " ")
    let right = DisplayText(summary)
    let parts = area.split(right: right.columns + 1)
    grid.draw(RowLabel(line: line, axes: axes).text, in: parts.rest, style: style, clip: .middle)
    grid.draw(right, in: parts.right, style: state.theme.style(of: counts.worst), alignment: .trailing)
  }
}
