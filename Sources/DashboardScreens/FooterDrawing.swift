// Draws the last line: a notice about the last key, or the keys to know.

import DashboardModel
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

  /// Commands of the matrix alone keep their places, so that keys do not jump while somebody moves; before the first facts
  /// there is nothing to move over.
  private func hasRoom(_ command: Command) -> Bool {
    if command.screens == [.matrix], state.picture != nil { return true }
    return command.disabledReason(state) == nil
  }

  /// A list of rows has no line of faces that would say which one it is of.
  private var faces: String {
    let isList = ScreenSize(columns: state.columns, rows: state.rows) == .compact
    return isList ? "face \(state.matrix.face.rawValue)" : "faces"
  }

  private func drawKeys(_ area: Rect, _ grid: inout CellGrid) {
    var hints: [(key: String, word: String)] = []
    for command in CommandTable.commands(on: state.screen) {
      // What cannot be done here is no hint; help says why.
      if let hint = command.hint, let key = state.keys.keys(of: command).first, hasRoom(command) {
        hints.append((key.name, hint))
      }
    }
    if state.screen == .matrix, state.picture != nil { hints.insert(("1-3", faces), at: 0) }
    var column = 1
    for hint in hints {
      if column + hint.key.count + hint.word.count + 2 > state.columns { return }
      column = grid.draw(hint.key, column: column, row: area.row, style: state.theme.style(.key))
      column =
        grid.draw(" \(hint.word)", column: column, row: area.row, style: state.theme.style(.legend)) + 2
    }
  }
}
