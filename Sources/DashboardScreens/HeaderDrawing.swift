// Draws the two lines at the top: what is shown and how fresh it is, and the figures.

import DashboardModel
import TerminalCanvas

struct HeaderDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    let status = FeedStatusText(feeds: state.feeds, now: state.now, isPaused: state.isPaused)
    let style = state.theme.style(status.isTrouble ? .warning : .header)
    grid.fill(Rect(column: 0, row: 0, columns: state.columns, rows: 1), style: state.theme.style(.header))
    let right = DisplayText(status.text).clipped(to: state.columns * 2 / 3, at: .end)
    grid.draw(right, column: state.columns - right.columns - 1, row: 0, style: style)
    let left = Rect(column: 1, row: 0, columns: state.columns - right.columns - 4, rows: 1)
    grid.draw(DisplayText(title), in: left, style: state.theme.style(.header), clip: .middle)
    drawFigures(&grid)
  }

  private var title: String {
    let clusters = state.picture?.snapshot.structure.clusters.map(\.text) ?? []
    return clusters.isEmpty ? "gmsa-tui" : "gmsa-tui  \(clusters.joined(separator: " + "))"
  }

  private func drawFigures(_ grid: inout CellGrid) {
    guard let figures = state.picture?.figures else { return }
    let parts = figures.labelled
    let isNarrow = parts.map { $0.label.count + $0.value.count + 3 }.reduce(0, +) > state.columns
    var column = 1
    for part in parts {
      let value = part.value
      let label = isNarrow ? part.shortLabel : part.label
      if column + label.count + value.count + 1 > state.columns { break }
      let isAlarming = part.state.map { $0.isProblem && value != "0" } ?? false
      let style = isAlarming ? state.theme.style(of: part.state ?? .blank) : state.theme.style(.figure)
      column = grid.draw("\(label) ", column: column, row: 1, style: state.theme.style(.dim))
      column = grid.draw(value, column: column, row: 1, style: style) + (isNarrow ? 1 : 2)
    }
  }
}
