// Draws the overview: all columns on one line, the worst state a bucket, and what is seen of them in brackets.

import DashboardModel
import TerminalCanvas

struct OverviewDrawing {
  let state: AppState
  let layout: MatrixLayout

  /// Cost: a comparison a column of the arrangement, whose worst states were worked out with it.
  func draw(_ grid: inout CellGrid) {
    let worst = layout.arrangement.worstOfColumns
    let row = layout.overviewRow
    let area = Rect(
      column: layout.body.column - 1, row: row, columns: state.columns - layout.body.column + 1, rows: 1)
    let buckets = min(worst.count, area.columns - 2)
    guard buckets > 0 else { return }
    drawTitle(&grid)
    let first = state.matrix.firstColumn
    let shown = first..<first + layout.columnsThatFit(from: first)
    let opening = shown.lowerBound * buckets / worst.count
    let closing = max(opening + 1, (shown.upperBound * buckets + worst.count - 1) / worst.count)
    var column = area.column
    for bucket in 0...buckets {
      if bucket == opening { drawBracket("[", &column, row, &grid) }
      if bucket == closing { drawBracket("]", &column, row, &grid) }
      if bucket == buckets { return }
      let range = bucket * worst.count / buckets..<(bucket + 1) * worst.count / buckets
      draw(worst[range].min() ?? .blank, column: column, row, &grid)
      column += 1
    }
  }

  private func drawTitle(_ grid: inout CellGrid) {
    let word = state.matrixAxes?.columnAxis.word ?? ""
    let count = NumberText.grouped(layout.arrangement.columns.count)
    let area = Rect(
      column: layout.nameColumn, row: layout.overviewRow, columns: layout.body.column - 3, rows: 1)
    let texts = ["worst of \(count) \(word) columns", "worst of \(count)", count].map { DisplayText($0) }
    let text = texts.first { $0.columns <= area.columns } ?? DisplayText("")
    grid.draw(text, in: area, style: state.theme.style(.dim), alignment: .trailing)
  }

  private func drawBracket(_ bracket: String, _ column: inout Int, _ row: Int, _ grid: inout CellGrid) {
    grid.draw(Glyph(bracket), column: column, row: row, style: state.theme.style(.key))
    column += 1
  }

  /// A bucket without a state worth counting is a dot, so that the strip has no holes.
  private func draw(_ worst: CellState, column: Int, _ row: Int, _ grid: inout CellGrid) {
    if worst == .blank {
      grid.draw(Glyph("."), column: column, row: row, style: state.theme.style(.dim))
    } else {
      grid.draw(state.theme.glyph(worst), column: column, row: row, style: state.theme.style(of: worst))
    }
  }
}
