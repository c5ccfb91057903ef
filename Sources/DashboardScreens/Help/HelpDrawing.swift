// Draws help: all keys of the screen below, from the table that handles them.

import TerminalCanvas

struct HelpDrawing {
  let state: AppState

  /// The commands of the screen that help was asked on, and of help itself.
  private var commands: [Command] {
    let below = state.screens.dropLast().last ?? .matrix
    return CommandTable.all.filter { $0.screens.contains(below) }
  }

  func draw(_ grid: inout CellGrid) {
    let header = Rect(column: 0, row: 0, columns: state.columns, rows: 1)
    grid.fill(header, style: state.theme.style(.header))
    grid.draw(
      DisplayText(" Keys of this screen"), in: header, style: state.theme.style(.header))
    let area = Rect(column: 1, row: 2, columns: state.columns - 2, rows: max(0, state.rows - 3))
    let lines = commands.map(line)
    let offset = min(state.helpOffset, max(0, lines.count - area.rows))
    for (row, line) in lines.dropFirst(offset).prefix(area.rows).enumerated() {
      draw(line, in: area.line(row), &grid)
    }
    drawFooter(total: lines.count, offset: offset, shown: area.rows, &grid)
  }

  private func line(_ command: Command) -> (keys: DisplayText, sentence: DisplayText) {
    (DisplayText(command.keys.map(\.name).joined(separator: " ")), DisplayText(command.sentence))
  }

  private func draw(_ line: (keys: DisplayText, sentence: DisplayText), in area: Rect, _ grid: inout CellGrid)
  {
    let parts = area.split(left: min(16, area.columns / 3))
    grid.draw(line.keys, in: parts.left.inset(columns: 0), style: state.theme.style(.key))
    grid.draw(line.sentence, in: parts.rest)
  }

  private func drawFooter(total: Int, offset: Int, shown: Int, _ grid: inout CellGrid) {
    let more = total > shown ? "  \(offset + 1)-\(min(total, offset + shown)) of \(total), j k scroll" : ""
    let area = Rect(column: 0, row: state.rows - 1, columns: state.columns, rows: 1)
    grid.draw(DisplayText(" q back\(more)"), in: area, style: state.theme.style(.legend))
  }
}
