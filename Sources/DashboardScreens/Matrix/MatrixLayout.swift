// Where the parts of the matrix screen are, for a size and an arrangement. Used alike for drawing and for moving.

import DashboardModel
import TerminalCanvas

/// Rectangles and widths of the matrix screen.
struct MatrixLayout {
  /// Lines above the column headers: title, figures, faces.
  static let topRows = 3
  /// The highest that a column header grows.
  static let highestHeader = 12

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

  init(_ state: AppState) {
    columns = state.columns
    rows = state.rows
    arrangement = state.matrix.arrangement
    hasLegend = state.rows >= 24
    nameWidth = min(max(arrangement.longestRowName, 8), state.columns * 45 / 100 - countWidth)
    let others = Self.topRows + 5 + (hasLegend ? 1 : 0)
    header = ColumnHeaderShape(
      arrangement, room: state.columns - nameWidth - countWidth - 1,
      highest: max(2, min(Self.highestHeader, (state.rows - others) / 2)))
  }

  /// Lines below the matrix: a rule, the read-out's two lines, the legend, the footer.
  var bottomRows: Int { hasLegend ? 5 : 4 }
  /// Lines of cells.
  var bodyRows: Int { max(0, rows - Self.topRows - header.rows - bottomRows) }

  /// Where the cells are.
  var body: Rect {
    Rect(
      column: nameWidth + countWidth + 1, row: Self.topRows + header.rows,
      columns: max(0, columns - nameWidth - countWidth - 1), rows: bodyRows)
  }

  /// The first line below the cells.
  var bottomRow: Int { rows - bottomRows }

  /// How many columns fit when `first` is the first.
  func columnsThatFit(from first: Int) -> Int {
    let count = arrangement.columns.count
    var end = first
    while end < count, header.end(of: end) - header.start(of: first) <= body.columns { end += 1 }
    return max(min(1, count - first), end - first)
  }

  /// How many columns fit before `end`.
  func columnsThatFit(endingAt end: Int) -> Int { end - firstColumn(showing: end) }

  /// The first column for which all columns up to `end` are seen.
  func firstColumn(showing end: Int) -> Int {
    guard end > 0 else { return 0 }
    var first = end - 1
    while first > 0, header.end(of: end - 1) - header.start(of: first - 1) <= body.columns { first -= 1 }
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

/// How column names are written: labels of groups above their numbers where there is room, else each name downwards.
struct ColumnHeaderShape {
  /// Terminal columns of a cell.
  let cellWidth: Int
  /// Whether labels stand above their groups.
  let hasLabels: Bool
  /// Lines of the header.
  let rows: Int
  /// Where each column starts, counted from the first column of all.
  private let starts: [Int]

  init(_ arrangement: MatrixArrangement, room: Int, highest: Int) {
    let groups = arrangement.columnGroups
    let bare = groups.map(\.range.count).reduce(0, +)
    let gaps = max(0, groups.count - 1)
    let padded = groups.map { max($0.label.count, $0.range.count * 2) }.reduce(0, +) + gaps
    let isRoomy = bare * 2 + gaps <= room
    cellWidth = isRoomy ? 2 : 1
    let width = cellWidth
    let lengthened = groups.map { max(0, $0.label.count - $0.range.count * width) }.reduce(0, +)
    let isLabelled =
      groups.contains { !$0.label.isEmpty } && (padded <= room || lengthened * 5 <= bare * width)
    hasLabels = isLabelled
    let longest =
      groups.map { group in
        (group.tails.map(\.count).max() ?? 0) + (isLabelled ? 0 : group.label.count)
      }.max() ?? 0
    rows = min(highest, longest + (isLabelled ? 1 : 0))
    starts = Self.starts(groups, cellWidth: width, isLabelled: isLabelled)
  }

  private static func starts(_ groups: [ColumnGroup], cellWidth: Int, isLabelled: Bool) -> [Int] {
    var starts: [Int] = []
    var position = 0
    for group in groups {
      for index in 0..<group.range.count { starts.append(position + index * cellWidth) }
      position += max(isLabelled ? group.label.count : 0, group.range.count * cellWidth) + 1
    }
    return starts
  }

  /// Where a column starts.
  func start(of column: Int) -> Int { starts.indices.contains(column) ? starts[column] : 0 }
  /// Where a column ends; the blank beside a glyph does not count.
  func end(of column: Int) -> Int { start(of: column) + 1 }
}
