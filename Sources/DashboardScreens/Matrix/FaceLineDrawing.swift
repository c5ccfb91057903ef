// Draws the line of faces: which one is shown, how much of it, and through which filter.

import DashboardModel
import TerminalCanvas

struct FaceLineDrawing {
  let state: AppState

  func draw(_ grid: inout CellGrid, row: Int) {
    let texts = [words(.long), words(.middle), words(.short)]
    let forms = texts.map { (tabs, $0) } + texts.map { (shortTabs, $0) }
    let fitting = forms.first { tabs, text in
      Self.width(tabs) + DisplayText(text).columns + 2 <= state.columns
    }
    let (chosen, text) = fitting ?? (shortTabs, words(.short))
    var column = 1
    for tab in chosen {
      let style = state.theme.style(tab.isShown ? .selectedTab : .tab)
      column = grid.draw(tab.text, column: column, row: row, style: style)
    }
    let area = Rect(column: column, row: row, columns: state.columns - column - 1, rows: 1)
    guard area.columns > 8 else { return }
    grid.draw(
      DisplayText(text), in: area, style: state.theme.style(.dim), alignment: .trailing, clip: .middle)
  }

  private struct Tab {
    let text: String
    let isShown: Bool
  }

  private var tabs: [Tab] {
    Face.allCases.map { face in
      let isShown = face == state.matrix.face
      let text = "\(face.rawValue) \(title(face))"
      return Tab(text: isShown ? "[\(text)]" : " \(text) ", isShown: isShown)
    }
  }

  /// The other faces as numbers alone, where what is shown of this one needs the room.
  private var shortTabs: [Tab] {
    Face.allCases.map { face in
      let isShown = face == state.matrix.face
      return Tab(text: isShown ? "[\(face.rawValue) \(title(face))]" : " \(face.rawValue) ", isShown: isShown)
    }
  }

  private static func width(_ tabs: [Tab]) -> Int { tabs.reduce(1) { $0 + DisplayText($1.text).columns } }

  private func title(_ face: Face) -> String {
    face == state.matrix.face && state.matrix.isTransposed
      ? "\(face.columnAxis.word) x \(face.rowAxis.word)" : face.title
  }

  private var arrangement: MatrixArrangement { state.matrix.arrangement }
  private var filter: String { Self.line("/", state.matrix.filter) + Self.line("&", state.matrix.highlight) }
  private static func line(_ sign: String, _ filter: Filter) -> String {
    filter.isEmpty ? "" : "\(sign)\(filter.text)  "
  }

  /// Where there is nothing to act on, that is said: an unproblematic matrix shows everything.
  private var noProblem: String { state.matrixAxes?.hasProblem == false ? "no problem here  " : "" }

  private var marks: String {
    if state.matrix.marks.isEmpty { return "" }
    return
      "\(NumberText.grouped(state.matrix.marks.count)) marked\(state.matrix.showsDifferences ? ", differences" : "")  "
  }

  /// How many words there is room for.
  private enum Length {
    case long
    case middle
    case short
  }

  /// The filter, the marks, the order, and what is shown of how much; what is hidden is always counted.
  private func words(_ length: Length) -> String {
    let rows = Part(arrangement.shownRows, arrangement.hiddenRows, lines: arrangement.ownRowCount)
    let columns = Part(arrangement.shownColumns, arrangement.hiddenColumns, lines: arrangement.columns.count)
    switch length {
    case .long:
      return "\(filter)\(marks)\(noProblem)\(state.matrix.orderWords)  "
        + "\(rows.words(" of ", "row")), \(columns.words(" of ", "column"))"
    case .middle:
      return "\(filter)\(marks)\(state.matrix.orderWords)  "
        + "\(rows.words("/", "row")), \(columns.words("/", "column"))"
    case .short:
      return "\(filter)\(marks)\(state.matrix.orderWord) \(rows.figures) x \(columns.figures)"
    }
  }

  /// How many subjects of a side are shown, of how many, and in how many lines where that is another number.
  private struct Part {
    let shown: Int
    let total: Int
    let lines: Int

    init(_ shown: Int, _ hidden: Int, lines: Int) {
      self.shown = shown
      total = shown + hidden
      self.lines = lines
    }

    private var asLines: String { lines == shown ? "" : " as \(NumberText.grouped(lines))" }

    /// `7 of 10 rows`.
    func words(_ of: String, _ noun: String) -> String {
      let plural = total == 1 ? noun : "\(noun)s"
      let part = shown == total ? "" : "\(NumberText.grouped(shown))\(of)"
      return "\(part)\(NumberText.grouped(total)) \(plural)\(asLines)"
    }

    /// `7/10`.
    var figures: String {
      let part = shown == total ? "" : "\(NumberText.grouped(shown))/"
      return part + NumberText.grouped(total) + asLines
    }
  }
}
