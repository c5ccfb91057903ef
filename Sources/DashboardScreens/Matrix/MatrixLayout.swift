// Where the parts of the matrix screen are, for a size and an arrangement. Used alike for drawing and for moving.

import DashboardModel
import TerminalCanvas

/// Rectangles and widths of the matrix screen.
struct MatrixLayout {
  /// Lines above the overview and the column headers: title, figures, faces.
  static let topRows = 3
  /// The highest that a column header grows.
  static let highestHeader = 12
  /// The column of marks, before the names.
  static let markWidth = 1

  let columns: Int
  let rows: Int
  let arrangement: MatrixArrangement
  /// Terminal columns of the row names.
  let nameWidth: Int
  /// Terminal columns of the problem count beside the names.
  let countWidth = 6
  /// How column names are written.
  let header: ColumnHeaderShape
  /// Whether there is a line for the legend.
  let hasLegend: Bool
  /// Whether there is a line for the overview: where not all columns are seen.
  let hasOverview: Bool
  /// Whether the terminal has room for a list of rows alone.
  let isList: Bool

  init(_ state: AppState) {
    columns = state.columns
    rows = state.rows
    isList = ScreenSize(columns: state.columns, rows: state.rows) == .compact
    arrangement = state.matrix.arrangement
    hasLegend = state.rows >= 24
    nameWidth = min(
      max(arrangement.longestRowName, 8), state.columns * 45 / 100 - countWidth - Self.markWidth)
    let others = Self.topRows + 5 + (hasLegend ? 1 : 0)
    let room = max(0, state.columns - nameWidth - countWidth - Self.markWidth - 2)
    header = ColumnHeaderShape(
      arrangement, room: room, highest: max(2, min(Self.highestHeader, (state.rows - others) / 2)))
    hasOverview =
      arrangement.columns.count > 1 && header.end(of: arrangement.columns.count - 1) > room
      && state.rows >= 20
  }

  /// The line of the overview.
  var overviewRow: Int { Self.topRows }
  /// The first line of the column headers.
  var headerRow: Int { Self.topRows + (hasOverview ? 1 : 0) }
  /// The first terminal column of the row names.
  var nameColumn: Int { Self.markWidth }
  /// The first terminal column of the problem counts.
  var countColumn: Int { nameColumn + nameWidth + 1 }
  /// Lines below the matrix: a rule, the read-out's two lines, the legend, the footer.
  var bottomRows: Int { hasLegend ? 5 : 4 }
  /// Lines of cells, or of the list.
  var bodyRows: Int {
    if !isList { return max(0, rows - headerRow - header.rows - bottomRows) }
    return max(0, listRows - (hasViewportLine ? 1 : 0))
  }

  /// Lines between the figures and the read-out of the list.
  private var listRows: Int { rows - 5 }
  /// Whether the list ends with a line that says which part of it is seen.
  var hasViewportLine: Bool { isList && arrangement.rows.count > listRows }

  /// Where the cells are, or the list; the column at the right edge is left to the mark of more columns.
  var body: Rect {
    if isList { return Rect(column: 0, row: 2, columns: columns, rows: bodyRows) }
    let column = countColumn + countWidth
    return Rect(
      column: column, row: headerRow + header.rows, columns: max(0, columns - column - 1), rows: bodyRows)
  }

  /// The first line below the cells.
  var bottomRow: Int { rows - (isList ? 3 : bottomRows) }

  /// How many columns fit when `first` is the first.
  func columnsThatFit(from first: Int) -> Int {
    let count = arrangement.columns.count
    let start = header.start(of: first)
    var end = first
    while end < count, header.end(of: end) - start <= body.columns { end += 1 }
    return max(min(1, count - first), end - first)
  }

  /// How many columns fit before `end`.
  func columnsThatFit(endingAt end: Int) -> Int { end - firstColumn(showing: end) }

  /// The first column for which all columns up to `end` are seen.
  func firstColumn(showing end: Int) -> Int {
    guard end > 0 else { return 0 }
    let edge = header.end(of: end - 1)
    var first = end - 1
    while first > 0, edge - header.start(of: first - 1) <= body.columns { first -= 1 }
    return first
  }

  /// The arranged column that is drawn at a terminal column; nil beside the cells.
  func column(at position: Int, first: Int) -> Int? {
    (first..<first + columnsThatFit(from: first)).last { column in
      let start = self.position(of: column, first: first)
      return position >= start && position < start + max(1, header.cellWidth)
    }
  }

  /// The terminal column of an arranged column when `first` is the first that is drawn.
  func position(of column: Int, first: Int) -> Int {
    body.column + header.start(of: column) - header.start(of: first)
  }
}
