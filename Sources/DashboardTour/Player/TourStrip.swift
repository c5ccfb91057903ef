// The strip below the dashboard: where the tour is, its keys, and what it says.

import DashboardScreens
import TerminalCanvas

/// Draws the tour's own lines.
struct TourStrip {
  let player: TourPlayer

  /// The most lines that a caption takes.
  private static let captionRows = 3

  /// Lines that the strip takes of a terminal: none of a small one, whose last lines it covers.
  static func rows(of rows: Int) -> Int { rows >= 20 ? 1 + captionRows : 0 }

  /// Lines that are left to the dashboard.
  static func dashboardRows(of rows: Int) -> Int { rows - Self.rows(of: rows) }

  func draw(_ grid: inout CellGrid) {
    let count = min(max(Self.rows(of: grid.rows), 3), max(0, grid.rows - 1))
    if count < 2 { return }
    let top = grid.rows - count
    let theme = player.state.theme
    grid.fill(Rect(column: 0, row: top, columns: grid.columns, rows: count))
    grid.fill(Rect(column: 0, row: top, columns: grid.columns, rows: 1), style: theme.style(.header))
    let right = DisplayText(keys(columns: grid.columns))
    let left = DisplayText(place).clipped(to: max(0, grid.columns - right.columns - 3))
    grid.draw(left, column: 1, row: top, style: theme.style(.header).adding(.bold))
    grid.draw(right, column: grid.columns - right.columns - 1, row: top, style: theme.style(.header))
    for (line, text) in Self.wrapped(player.caption, columns: grid.columns - 2, rows: count - 1).enumerated()
    {
      grid.draw(DisplayText(text), column: 1, row: top + 1 + line, style: theme.style(.readOut))
    }
  }

  private var place: String {
    let title = player.scene?.title ?? ""
    let beat = "\((player.beat ?? 0) + 1)/\(player.beats)"
    if player.isOver { return "\(beat)  \(title)  THE END" }
    if player.isElsewhere { return "\(beat)  HELD: the keys are yours, p goes on" }
    return "\(beat)  \(title)" + (player.isPaused ? "  HELD" : "")
  }

  /// The keys that there is room for.
  private func keys(columns: Int) -> String {
    let speed = player.speed == 1 ? "" : "\(Self.text(player.speed))x  "
    let all = TourKey.allCases.map { "\($0.keys.first?.name ?? "") \($0.word)" }
    let short = [TourKey.pause, .back, .forward, .leave].map { "\($0.keys.first?.name ?? "") \($0.word)" }
    for words in [all, short] where words.joined(separator: "  ").count + speed.count <= columns * 3 / 5 {
      return speed + words.joined(separator: "  ")
    }
    return speed + "p < > q"
  }

  private static func text(_ speed: Double) -> String {
    speed >= 1 ? "\(Int(speed))" : speed == 0.5 ? "1/2" : "1/4"
  }

  /// A caption in at most so many lines; what has no room is cut with a mark.
  static func wrapped(_ text: String, columns: Int, rows: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= columns {
        lines[lines.count - 1] += " " + word
      } else if lines.count == rows {
        let last = lines[rows - 1].prefix(max(0, columns - 1))
        lines[rows - 1] = last + "~"
        return lines
      } else {
        lines.append(String(word.prefix(max(1, columns))))
      }
    }
    return lines
  }
}
