// Draws what is seen before the first picture: what is being read, how far, or why nothing came.

import DashboardModel
import TerminalCanvas

struct ReadingDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid) {
    HeaderDrawing(state: state).draw(&grid)
    var row = 3
    for feed in state.feeds where row + 1 < state.rows - 1 {
      let area = Rect(column: 2, row: row, columns: state.columns - 4, rows: 1)
      grid.draw(DisplayText(feed.feed.text), in: area, style: state.theme.style(.group), clip: .middle)
      row = drawWords(Self.words(feed.status), row: row + 1, style: style(feed.status), &grid)
      if case .reading(let progress) = feed.status { drawBar(progress, row: row, &grid) }
      row += 2
    }
    FooterDrawing(state: state).draw(&grid)
  }

  /// Words over as many lines as they need; returns the line below.
  private func drawWords(_ words: String, row: Int, style: Style, _ grid: inout CellGrid) -> Int {
    let width = max(1, state.columns - 6)
    var lines: [DisplayText] = [DisplayText("")]
    for word in words.split(separator: " ").map({ DisplayText(String($0)) }) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = word
      } else if last.columns + 1 + word.columns <= width {
        lines[lines.count - 1] = last + .blanks(1) + word
      } else {
        lines.append(word)
      }
    }
    for (offset, line) in lines.enumerated() where row + offset < state.rows - 1 {
      let area = Rect(column: 4, row: row + offset, columns: width, rows: 1)
      grid.draw(line, in: area, style: style)
    }
    return row + lines.count
  }

  private func style(_ status: FeedStatus) -> Style { state.theme.style(status.isBroken ? .warning : .dim) }

  private func drawBar(_ progress: ReadProgress, row: Int, _ grid: inout CellGrid) {
    guard let total = progress.totalBytes, total > 0, row < state.rows - 1 else { return }
    let width = max(0, min(60, state.columns - 8))
    let filled = min(width, Int(Double(width) * Double(progress.bytes) / Double(total)))
    for column in 0..<width {
      let glyph = column < filled ? state.theme.glyphs.barFull : state.theme.glyphs.barEmpty
      grid.draw(glyph, column: 4 + column, row: row, style: state.theme.style(.dim))
    }
  }

  private static func words(_ status: FeedStatus) -> String {
    switch status {
    case .reading(let progress): reading(progress)
    case .broken(let outage): outage.reason
    case .settled, .live: "nothing in it is known to this program"
    }
  }

  private static func reading(_ progress: ReadProgress) -> String {
    var text = "read \(megabytes(progress.bytes))"
    if let total = progress.totalBytes { text += " of \(megabytes(total))" }
    text += ", \(NumberText.grouped(progress.items)) objects"
    let seconds =
      Double(progress.elapsed.components.seconds) + Double(progress.elapsed.components.attoseconds) / 1e18
    if seconds > 0.2 { text += ", \(megabytes(Int(Double(progress.bytes) / seconds)))/s" }
    return text
  }

  private static func megabytes(_ bytes: Int) -> String {
    if bytes < 100_000 { return "\(bytes / 1000).\(bytes % 1000 / 100) kB" }
    return "\(bytes / 1_000_000).\(bytes % 1_000_000 / 100_000) MB"
  }
}
