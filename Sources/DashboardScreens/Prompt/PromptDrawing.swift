// Draws the line that is typed, what is said of it, and what completes it.

import TerminalCanvas

struct PromptDrawing {
  let state: AppState
  let prompt: Prompt

  /// Draws over the last rows of a screen; returns where the terminal's cursor belongs.
  func draw(_ grid: inout CellGrid) -> Frame.Cursor {
    let row = state.rows - 1
    grid.fill(Rect(column: 0, row: row, columns: state.columns, rows: 1))
    let remark = prompt.subject.remark(prompt.text, state)
    // What is said has the room that the line leaves, and half of the screen at least.
    let left = state.columns - DisplayText(prompt.text).columns - 5
    let words = DisplayText(remark?.text ?? "").clipped(to: max(state.columns / 2, left))
    let room = max(4, state.columns - words.columns - 3)
    let style = state.theme.style(.prompt)
    grid.draw(prompt.subject.mark, column: 0, row: row, style: state.theme.style(.key))
    let start = firstShown(room: room - 1)
    var column = 1
    var cursor = 1
    for place in start..<prompt.line.characters.count {
      if place == prompt.line.cursor { cursor = column }
      let text = DisplayText(String(prompt.line.characters[place]))
      if column + text.columns > room { break }
      let isWrong = remark?.fault.map { $0.contains(place) } ?? false
      column = grid.draw(
        text, column: column, row: row, style: isWrong ? state.theme.style(.fault) : style)
    }
    if prompt.line.cursor >= prompt.line.characters.count { cursor = column }
    if let fault = remark?.fault, fault.upperBound > prompt.line.characters.count, column < room {
      grid.draw("^", column: column, row: row, style: state.theme.style(.fault))
    }
    let isFault = remark?.fault != nil
    grid.draw(
      words, column: state.columns - words.columns - 1, row: row,
      style: state.theme.style(isFault ? .fault : .dim))
    drawCompletions(&grid)
    return Frame.Cursor(column: min(cursor, state.columns - 1), row: row)
  }

  /// The first character that is shown, so that the cursor is.
  private func firstShown(room: Int) -> Int {
    var width = 0
    var place = prompt.line.cursor
    while place > 0 {
      width += DisplayText(String(prompt.line.characters[place - 1])).columns
      if width >= room { break }
      place -= 1
    }
    return place
  }

  private func drawCompletions(_ grid: inout CellGrid) {
    guard prompt.chosen != nil || prompt.subject.showsCompletionsAtOnce else { return }
    let shown = min(prompt.completions.count, max(3, state.rows / 3), state.rows - 4)
    guard shown > 0 else { return }
    let first = max(0, min((prompt.chosen ?? 0) - shown / 2, prompt.completions.count - shown))
    let area = Rect(column: 0, row: state.rows - 1 - shown, columns: state.columns, rows: shown)
    let width = prompt.completions.map { DisplayText($0.text).columns }.max() ?? 0
    for line in 0..<shown {
      let place = first + line
      let completion = prompt.completions[place]
      let style = state.theme.style(.completion)
      let row = area.line(line)
      grid.fill(row, style: style)
      let name = DisplayText(completion.text).padded(to: min(width, state.columns / 2))
      let end = grid.draw(name, column: 2, row: row.row, style: style) + 2
      let rest = Rect(column: end, row: row.row, columns: state.columns - end - 1, rows: 1)
      grid.draw(DisplayText(completion.word), in: rest, style: style)
      if place == prompt.chosen {
        grid.restyle(row) { $0.adding(.reverse) }
        grid.draw(state.theme.glyphs.isCollapsed, column: 0, row: row.row, style: style.adding(.reverse))
      }
    }
    drawMore(area, first: first, shown: shown, &grid)
  }

  /// Completions that are not seen are counted, not cut in silence.
  private func drawMore(_ area: Rect, first: Int, shown: Int, _ grid: inout CellGrid) {
    let more = prompt.completions.count - first - shown
    guard more > 0 else { return }
    let words = DisplayText(" \(more) more")
    grid.draw(
      words, column: state.columns - words.columns - 1, row: area.endRow - 1,
      style: state.theme.style(.completion))
  }
}
