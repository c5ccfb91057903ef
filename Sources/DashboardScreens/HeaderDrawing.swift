// Draws the two lines at the top: what is shown and how fresh it is, and the figures.

import DashboardModel
import TerminalCanvas

struct HeaderDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    drawTitle(&grid)
    drawFigures(&grid)
  }

  /// The first line alone.
  func drawTitle(_ grid: inout CellGrid) {
    let status = FeedStatusText(
      feeds: state.feeds, now: state.now, isPaused: state.isPaused, oldAfter: state.oldAfter)
    let banner = TimeBanner.text(state)
    let style = state.theme.style(status.isTrouble || banner != nil ? .warning : .header)
    grid.fill(Rect(column: 0, row: 0, columns: state.columns, rows: 1), style: state.theme.style(.header))
    let name = DisplayText(title)
    let right = DisplayText(banner ?? status.text)
      .clipped(to: state.columns - min(name.columns, state.columns * 2 / 5) - 4, at: .end)
    grid.draw(right, column: state.columns - right.columns - 1, row: 0, style: style)
    let left = Rect(column: 1, row: 0, columns: state.columns - right.columns - 4, rows: 1)
    grid.draw(name, in: left, style: state.theme.style(.header), clip: .middle)
  }

  private var title: String {
    let clusters = state.picture?.snapshot.structure.clusters.map(\.text) ?? []
    return clusters.isEmpty ? "gmsa-tui" : "gmsa-tui  \(clusters.joined(separator: " + "))"
  }

  /// All figures where they fit, with what they do not say of themselves; in short words at 80 columns; where not even
  /// those fit, the alarming ones alone.
  private func drawFigures(_ grid: inout CellGrid) {
    guard let all = state.picture?.figures.labelled else { return }
    let forms = [
      all.map { Part($0, label: $0.label, note: $0.note) }, all.map { Part($0, label: $0.label) },
      all.map { Part($0, label: $0.shortLabel) },
    ]
    let parts =
      forms.first { Self.width($0, gap: 1) <= state.columns }
      ?? all.filter { $0.state != nil }.map { Part($0, label: $0.shortLabel) }
    let gap = Self.width(parts, gap: 2) > state.columns ? 1 : 2
    var column = 1
    for part in parts where column + part.columns < state.columns {
      column = draw(part, column: column, &grid) + gap
    }
  }

  private func draw(_ part: Part, column: Int, _ grid: inout CellGrid) -> Int {
    let isAlarming = part.figure.state.map { $0.isProblem && part.figure.value != "0" } ?? false
    let style = isAlarming ? state.theme.style(of: part.figure.state ?? .blank) : state.theme.style(.figure)
    let dim = state.theme.style(.dim)
    var end = grid.draw("\(part.label) ", column: column, row: 1, style: dim)
    end = grid.draw(part.figure.value, column: end, row: 1, style: style)
    return part.note.map { grid.draw(" (\($0))", column: end, row: 1, style: dim) } ?? end
  }

  /// A figure in one of its forms.
  private struct Part {
    let figure: Figures.Labelled
    let label: String
    let note: String?

    init(_ figure: Figures.Labelled, label: String, note: String? = nil) {
      self.figure = figure
      self.label = label
      self.note = note
    }

    var columns: Int { label.count + 1 + figure.value.count + (note.map { $0.count + 3 } ?? 0) }
  }

  private static func width(_ parts: [Part], gap: Int) -> Int {
    1 + parts.map { $0.columns + gap }.reduce(0, +)
  }
}
