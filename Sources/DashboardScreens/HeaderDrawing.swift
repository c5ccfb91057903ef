// Draws the two lines at the top: what is shown and how fresh it is, and the figures.

import DashboardModel
import TerminalCanvas

struct HeaderDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    let status = FeedStatusText(feeds: state.feeds, now: state.now, isPaused: state.isPaused)
    let style = state.theme.style(status.isTrouble ? .warning : .header)
    grid.fill(Rect(column: 0, row: 0, columns: state.columns, rows: 1), style: state.theme.style(.header))
    let name = DisplayText(title)
    let right = DisplayText(status.text)
      .clipped(to: state.columns - min(name.columns, state.columns * 2 / 5) - 4, at: .end)
    grid.draw(right, column: state.columns - right.columns - 1, row: 0, style: style)
    let left = Rect(column: 1, row: 0, columns: state.columns - right.columns - 4, rows: 1)
    grid.draw(name, in: left, style: state.theme.style(.header), clip: .middle)
    drawFigures(&grid)
  }

  private var title: String {
    let clusters = state.picture?.snapshot.structure.clusters.map(\.text) ?? []
    return clusters.isEmpty ? "gmsa-tui" : "gmsa-tui  \(clusters.joined(separator: " + "))"
  }

  /// All figures where they fit, in short words at 80 columns; where not even those fit, the alarming ones come first.
  private func drawFigures(_ grid: inout CellGrid) {
    guard let all = state.picture?.figures.labelled else { return }
    var parts = all.map { ($0.label, $0) }
    if Self.width(parts, gap: 2) > state.columns { parts = all.map { ($0.shortLabel, $0) } }
    if Self.width(parts, gap: 1) > state.columns { parts = parts.filter { $0.1.state != nil } }
    let gap = Self.width(parts, gap: 2) > state.columns ? 1 : 2
    var column = 1
    for (label, part) in parts where column + label.count + part.value.count + 1 < state.columns {
      let isAlarming = part.state.map { $0.isProblem && part.value != "0" } ?? false
      let style = isAlarming ? state.theme.style(of: part.state ?? .blank) : state.theme.style(.figure)
      column = grid.draw("\(label) ", column: column, row: 1, style: state.theme.style(.dim))
      column = grid.draw(part.value, column: column, row: 1, style: style) + gap
    }
  }

  private static func width(_ parts: [(String, Figures.Labelled)], gap: Int) -> Int {
    1 + parts.map { $0.0.count + 1 + $0.1.value.count + gap }.reduce(0, +)
  }
}
