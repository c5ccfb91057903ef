// The why screen: why a cell is as it is.

import DashboardModel
import TerminalCanvas

/// Why a cell of a face is as it is.
struct WhyScreen: PageScreen {
  static let kind = ScreenKind.why
  let face: Face
  let row: Subject
  let column: Subject

  func page(_ state: AppState) -> Page {
    let title = "Why: \(row.name) / \(column.name)"
    guard let picture = state.picture, let rowPlace = picture.place(of: row),
      let columnPlace = picture.place(of: column),
      let explanation = picture.explanation(row: rowPlace, column: columnPlace, of: face)
    else { return Page(title: title, emptyText: "it is gone: the newest facts do not have it") }
    var lines = [
      PageLine([
        PageSpan(
          state.theme.glyph(explanation.cell.state).text + " " + explanation.stateText,
          .state(explanation.cell.state)),
        PageSpan(": " + explanation.sentence),
      ])
    ]
    lines += explanation.reasons.map { PageLine([PageSpan($0)], indent: 2) }
    return Page(title: title, lines: lines)
  }
}
