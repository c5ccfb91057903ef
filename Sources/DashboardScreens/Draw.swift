// Draws the state: what is seen is a function of the state alone.

package import TerminalCanvas

/// The frame of a state, exactly as large as the terminal, in the colours of its theme.
package func draw(_ state: AppState) -> Frame {
  var frame = drawn(state)
  state.theme.finish(&frame.grid)
  frame.wantsMouse = state.usesMouse
  return frame
}

private func drawn(_ state: AppState) -> Frame {
  var grid = CellGrid(columns: state.columns, rows: state.rows)
  let size = ScreenSize(columns: state.columns, rows: state.rows)
  if size == .tiny {
    drawTiny(state, &grid)
    return Frame(grid: grid)
  }
  if let page = state.pages.last {
    PageDrawing(state: state, open: page).draw(&grid)
  } else if state.picture == nil {
    ReadingDrawing(state: state).draw(&grid)
  } else if size == .compact {
    ProblemListDrawing(state: state).draw(&grid)
  } else {
    MatrixDrawing(state: state).draw(&grid)
  }
  guard let prompt = state.prompt else { return Frame(grid: grid) }
  let cursor = PromptDrawing(state: state, prompt: prompt).draw(&grid)
  return Frame(grid: grid, cursor: cursor)
}

/// What fits on a terminal of a size.
enum ScreenSize: Hashable {
  /// One line that says so.
  case tiny
  /// A list of problems.
  case compact
  /// The matrix.
  case full

  init(columns: Int, rows: Int) {
    if columns < 40 || rows < 10 {
      self = .tiny
    } else if columns < 60 || rows < 16 {
      self = .compact
    } else {
      self = .full
    }
  }
}

private func drawTiny(_ state: AppState, _ grid: inout CellGrid) {
  let text: DisplayText =
    state.columns < 26 ? "too small, q quits" : "gmsa-tui needs 40x10; q quits"
  if grid.rows > 0 { grid.draw(text, in: grid.bounds.line(0)) }
}
