// Draws the two lines that say in words what the cursor is on.

import DashboardModel
import TerminalCanvas

struct ReadOutDrawing {
  let state: AppState
  let axes: MatrixAxes

  func draw(_ grid: inout CellGrid, row: Int) {
    guard let explanation else { return }
    let style = state.theme.style(of: explanation.cell.state)
    var column =
      grid.draw(state.theme.glyph(explanation.cell.state).text, column: 1, row: row, style: style) + 1
    column = grid.draw(explanation.stateText, column: column, row: row, style: style) + 2
    let rest = Rect(column: column, row: row, columns: state.columns - column - 1, rows: 1)
    grid.draw(
      DisplayText("\(explanation.title): \(explanation.sentence)"), in: rest,
      style: state.theme.style(.readOut))
    let second = Rect(column: 1, row: row + 1, columns: state.columns - 2, rows: 1)
    grid.draw(DisplayText(reason(explanation)), in: second, style: state.theme.style(.dim))
  }

  private var explanation: CellExplanation? {
    let arrangement = state.matrix.arrangement
    guard arrangement.rows.indices.contains(state.matrix.row),
      arrangement.columns.indices.contains(state.matrix.column)
    else { return nil }
    let column = arrangement.columns[state.matrix.column].place
    // A rolled-up row speaks of its worst member.
    let places = arrangement.rows[state.matrix.row].members
    let worst = places.min { axes.cell($0, column).state < axes.cell($1, column).state }
    return worst.flatMap { axes.explanation($0, column) }
  }

  private func reason(_ explanation: CellExplanation) -> String {
    var text = explanation.reasons.isEmpty ? "" : "why: " + explanation.reasons.joined(separator: "; ")
    if let at = explanation.evidence.compactMap(\.at).max() {
      text += "\(text.isEmpty ? "" : "  ")(seen \(AgeText.text(from: at, to: state.now)))"
    }
    return text
  }
}
