// Draws the last line: a notice about the last key, or the keys to know.

import TerminalCanvas

struct FooterDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    let area = Rect(column: 0, row: state.rows - 1, columns: state.columns, rows: 1)
    if let notice = state.notice {
      grid.draw(DisplayText(" \(notice)"), in: area, style: state.theme.style(.notice))
    } else {
      drawKeys(area, &grid)
    }
  }

  private func drawKeys(_ area: Rect, _ grid: inout CellGrid) {
    var hints: [(key: String, word: String)] = []
    for command in CommandTable.commands(on: state.screen) {
      // What cannot be done here is no hint; help says why.
      if let hint = command.hint, let key = state.keys.keys(of: command).first,
        command.screens.count == 1 || command.disabledReason(state) == nil
      {
        hints.append((key.name, hint))
      }
    }
    if state.screen == .matrix { hints.insert(("1-3", "faces"), at: 0) }
    var column = 1
    for hint in hints {
      if column + hint.key.count + hint.word.count + 2 > state.columns { return }
      column = grid.draw(hint.key, column: column, row: area.row, style: state.theme.style(.key))
      column =
        grid.draw(" \(hint.word)", column: column, row: area.row, style: state.theme.style(.legend)) + 2
    }
  }
}
