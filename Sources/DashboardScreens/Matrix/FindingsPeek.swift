// Draws the worst findings below a matrix that leaves room: what to do next is worth more than empty lines.

import DashboardModel
import TerminalCanvas

struct FindingsPeek {
  let state: AppState
  let picture: Picture

  /// Fewer lines than this say nothing.
  private static let fewestRows = 3

  func draw(_ grid: inout CellGrid, in area: Rect) {
    let findings = picture.findings
    guard area.rows >= Self.fewestRows, !findings.isEmpty || !picture.mutedFindings.isEmpty else { return }
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)"
    }
    let title = "findings: \((counts + picture.muteNotes).joined(separator: ", "))"
    grid.draw(DisplayText(title), in: area.line(0).inset(columns: 1), style: state.theme.style(.axis))
    for (line, finding) in findings.prefix(area.rows - 1).enumerated() {
      draw(finding, in: area.line(line + 1).inset(columns: 1), &grid)
    }
  }

  private func draw(_ finding: Finding, in area: Rect, _ grid: inout CellGrid) {
    let style = state.theme.style(of: Self.state(of: finding.severity))
    let word = DisplayText(finding.severity.rawValue).padded(to: 9)
    let id = DisplayText(finding.card.id).padded(to: 8)
    grid.draw(word, column: area.column, row: area.row, style: style, clip: area)
    grid.draw(id, column: area.column + 9, row: area.row, style: state.theme.style(.dim), clip: area)
    let rest = area.split(left: 17).rest
    grid.draw(DisplayText(finding.message), in: rest)
  }

  /// Findings take the colours of the states that are as bad.
  private static func state(of severity: Severity) -> CellState {
    switch severity {
    case .critical: .missing
    case .warning: .atRisk
    case .notice: .overDistributed
    }
  }
}
