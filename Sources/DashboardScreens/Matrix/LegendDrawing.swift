// Draws the legend: every glyph that the face may show, with its word.

import DashboardModel
import TerminalCanvas

struct LegendDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid, row: Int) {
    let parts = state.matrix.face.states
    let isNarrow = parts.map { $0.word.count + 3 }.reduce(0, +) >= state.columns
    var column = 1
    for part in parts {
      let style = state.theme.style(of: part)
      column = grid.draw(state.theme.glyph(part).text, column: column, row: row, style: style)
      let word = isNarrow ? Self.short(part) : " \(part.word)"
      column = grid.draw(word, column: column, row: row, style: state.theme.style(.legend)) + 1
    }
  }

  /// Words that fit 80 columns.
  private static func short(_ state: CellState) -> String {
    switch state {
    case .overDistributed: "surplus"
    case .overGranted: "over-granted"
    default: state.word
    }
  }
}
