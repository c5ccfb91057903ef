// Draws the two lines that say in words what the cursor is on.

import DashboardModel
import TerminalCanvas

struct ReadOutDrawing {
  let state: AppState
  let axes: MatrixAxes

  func draw(_ grid: inout CellGrid, row: Int) {
    guard let text = ReadOutText.underCursor(state, axes) else { return }
    let style = state.theme.style(of: text.state)
    var column = grid.draw(state.theme.glyph(text.state).text, column: 1, row: row, style: style) + 1
    let room = Rect(column: column, row: row, columns: state.columns - column - 1, rows: 1)
    column =
      grid.draw(
        DisplayText(text.stateText).clipped(to: room.columns), column: column, row: row, style: style) + 2
    let rest = Rect(column: column, row: row, columns: state.columns - column - 1, rows: 1)
    grid.draw(DisplayText(text.sentence), in: rest, style: state.theme.style(.readOut))
    let second = Rect(column: 1, row: row + 1, columns: state.columns - 2, rows: 1)
    grid.draw(DisplayText(text.reason), in: second, style: state.theme.style(.dim))
  }
}
