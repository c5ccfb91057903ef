// Draws the line of faces: which one is shown, how much of it, and through which filter.

import DashboardModel
import TerminalCanvas

struct FaceLineDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid, row: Int) {
    var column = 1
    for face in Face.allCases {
      let isShown = face == state.matrix.face
      let text = isShown ? "[\(face.rawValue) \(title(face))]" : " \(face.rawValue) \(short(face)) "
      let style = state.theme.style(isShown ? .selectedTab : .tab)
      column = grid.draw(text, column: column, row: row, style: style) + 1
    }
    let area = Rect(column: column, row: row, columns: state.columns - column - 1, rows: 1)
    guard area.columns > 8 else { return }
    grid.draw(
      DisplayText(shownText), in: area, style: state.theme.style(.dim), alignment: .trailing, clip: .middle)
  }

  private func title(_ face: Face) -> String {
    state.matrix.isTransposed ? "\(face.columnAxis.word) x \(face.rowAxis.word)" : face.title
  }

  private func short(_ face: Face) -> String {
    state.columns >= 110 ? face.title : String(face.title.filter { $0 != " " })
  }

  /// What is shown of how much; what is hidden is always counted.
  private var shownText: String {
    let arrangement = state.matrix.arrangement
    let rows = arrangement.rows.count { !$0.isGroup }
    var parts = [
      Self.part(rows, hidden: arrangement.hiddenRows, "row"),
      Self.part(arrangement.columns.count, hidden: arrangement.hiddenColumns, "column"),
    ]
    if !state.matrix.filterText.isEmpty { parts.insert("/\(state.matrix.filterText)", at: 0) }
    return parts.joined(separator: "  ")
  }

  private static func part(_ shown: Int, hidden: Int, _ noun: String) -> String {
    let total = shown + hidden
    let plural = total == 1 ? noun : "\(noun)s"
    return hidden == 0
      ? "\(CountText.grouped(shown)) \(plural)"
      : "\(CountText.grouped(shown)) of \(CountText.grouped(total)) \(plural)"
  }
}
