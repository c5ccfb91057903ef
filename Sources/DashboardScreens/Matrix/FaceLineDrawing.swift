// Draws the line of faces: which one is shown, how much of it, and through which filter.

import DashboardModel
import TerminalCanvas

struct FaceLineDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid, row: Int) {
    var column = 1
    for face in Face.allCases {
      let isShown = face == state.matrix.face
      let text = isShown ? "[\(face.rawValue) \(title(face))]" : " \(face.rawValue) \(title(face)) "
      let style = state.theme.style(isShown ? .selectedTab : .tab)
      column = grid.draw(text, column: column, row: row, style: style)
    }
    let area = Rect(column: column + 1, row: row, columns: state.columns - column - 2, rows: 1)
    guard area.columns > 8 else { return }
    let shown = [shownText, shortText].first { DisplayText($0).columns <= area.columns } ?? shortText
    grid.draw(
      DisplayText(shown), in: area, style: state.theme.style(.dim), alignment: .trailing, clip: .middle)
  }

  private func title(_ face: Face) -> String {
    face == state.matrix.face && state.matrix.isTransposed
      ? "\(face.columnAxis.word) x \(face.rowAxis.word)" : face.title
  }

  private var arrangement: MatrixArrangement { state.matrix.arrangement }
  private var filter: String { state.matrix.filterText.isEmpty ? "" : "/\(state.matrix.filterText)  " }

  /// Where there is nothing to act on, that is said: an unproblematic matrix shows everything.
  private var noProblem: String { state.matrixAxes?.hasProblem == false ? "no problem here  " : "" }

  /// What is shown of how much; what is hidden is always counted.
  private var shownText: String {
    let rows = Self.part(arrangement.rows.count { !$0.isGroup }, hidden: arrangement.hiddenRows, "row")
    let columns = Self.part(arrangement.columns.count, hidden: arrangement.hiddenColumns, "column")
    return "\(filter)\(noProblem)\(rows), \(columns)"
  }

  /// The same for 80 columns: shown rows of all, shown columns of all.
  private var shortText: String {
    let rows = arrangement.rows.count { !$0.isGroup }
    let columns = arrangement.columns.count
    func part(_ shown: Int, _ hidden: Int) -> String {
      hidden == 0 ? "\(shown)" : "\(shown)/\(shown + hidden)"
    }
    return "\(filter)\(part(rows, arrangement.hiddenRows)) x \(part(columns, arrangement.hiddenColumns))"
  }

  private static func part(_ shown: Int, hidden: Int, _ noun: String) -> String {
    let total = shown + hidden
    let plural = total == 1 ? noun : "\(noun)s"
    return hidden == 0
      ? "\(NumberText.grouped(shown)) \(plural)"
      : "\(NumberText.grouped(shown)) of \(NumberText.grouped(total)) \(plural)"
  }
}
