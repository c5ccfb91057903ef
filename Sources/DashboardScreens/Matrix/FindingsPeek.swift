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
    let isCut = picture.causes.count > area.rows - 1
    let shown = isCut ? area.rows - 2 : picture.causes.count
    for (line, cause) in picture.causes.prefix(shown).enumerated() {
      draw(PageLine.cause(cause), in: area.line(line + 1).inset(columns: 1), &grid)
    }
    guard isCut else { return }
    let more =
      "and \(NumberText.grouped(picture.causes.count - shown)) more; \(state.keys.name(of: "findings"))"
    let line = area.line(area.rows - 1).inset(columns: 1)
    grid.draw(DisplayText("\(more) shows all"), in: line, style: state.theme.style(.dim))
  }

  /// One row for each, clipped: the page of findings has room for all of it.
  private func draw(_ line: PageLine, in area: Rect, _ grid: inout CellGrid) {
    var rest = area
    for span in line.spans {
      let text = DisplayText(span.text)
      grid.draw(text.clipped(to: rest.columns), in: rest, style: state.theme.style(span.role))
      rest = rest.split(left: text.columns).rest
    }
  }
}
