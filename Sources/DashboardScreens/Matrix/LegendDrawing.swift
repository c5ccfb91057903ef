// Draws the legend: every glyph that the face may show, with its word.

import DashboardModel
import TerminalCanvas

struct LegendDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid, row: Int) {
    let parts = state.matrix.face.states
    let isNarrow = parts.reduce(1) { $0 + $1.word.count + 3 } >= state.columns
    var column = 1
    for (index, part) in parts.enumerated() {
      let word = isNarrow ? Self.short(part) : " \(part.word)"
      let isLast = index == parts.count - 1
      // What has no room is cut with a mark; help has every state.
      if column + 1 + word.count + (isLast ? 0 : 2) > state.columns {
        grid.draw(DisplayText.clipMark, column: column, row: row, style: state.theme.style(.legend))
        return
      }
      let style = state.theme.style(of: part)
      column = grid.draw(state.theme.glyph(part).text, column: column, row: row, style: style)
      column = grid.draw(word, column: column, row: row, style: state.theme.style(.legend)) + 1
    }
    drawChanged(column + 1, row: row, &grid)
  }

  /// What an underline means, said by one, where there is room.
  private func drawChanged(_ column: Int, row: Int, _ grid: inout CellGrid) {
    let text: DisplayText = "changed"
    if column + text.columns >= state.columns { return }
    grid.draw(text, column: column, row: row, style: state.theme.style(.legend).adding(.underline))
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
