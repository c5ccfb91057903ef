// Where the parts of the matrix screen are, for a size and an arrangement. Used alike for drawing and for moving.

import DashboardModel
import TerminalCanvas

/// Rectangles and widths of the matrix screen.
struct MatrixLayout {
  /// Lines above the column headers: title, figures, faces.
  static let topRows = 3
  /// The widest a column header grows downwards.
  static let highestHeader = 12

  let columns: Int
  let rows: Int
  let arrangement: MatrixArrangement
  /// Terminal columns of the row names.
  let nameWidth: Int
  /// Terminal columns of the problem count beside the names.
  let countWidth = 6
  /// Lines of the column header: the label, then the tails downwards.
  let headerRows: Int
  /// Terminal columns of a cell: 2 where there is room, which reads better.
  let cellWidth: Int
  /// Whether there is a line for the legend.
  let hasLegend: Bool

  init(_ state: AppState) {
    columns = state.columns
    rows = state.rows
    arrangement = state.matrix.arrangement
    hasLegend = state.rows >= 24
    let longestName = Self.longestRowName(state)
    nameWidth = min(max(longestName, 8), state.columns * 45 / 100 - countWidth)
    let room = state.columns - nameWidth - countWidth - 1
    let gaps = max(0, arrangement.columnGroups.count - 1)
    cellWidth = arrangement.columns.count * 2 + gaps <= room ? 2 : 1
    headerRows = Self.headerRows(arrangement, rows: state.rows, hasLegend: hasLegend)
  }

  private static func headerRows(_ arrangement: MatrixArrangement, rows: Int, hasLegend: Bool) -> Int {
    let hasLabels = arrangement.columnGroups.contains { !$0.label.isEmpty }
    let longest = arrangement.columnGroups.flatMap(\.tails).map(\.count).max() ?? 0
    let others = topRows + 5 + (hasLegend ? 1 : 0)
    let bound = max(2, min(highestHeader, (rows - others) / 2))
    return min(bound, longest + (hasLabels ? 1 : 0))
  }

  private static func longestRowName(_ state: AppState) -> Int {
    guard let axes = state.matrixAxes else { return 0 }
    // Names of some hundred rows decide well enough, and 5,000 need not be measured for every frame.
    let sample = state.matrix.arrangement.rows.prefix(400)
    return sample.map { RowLabel(line: $0, axes: axes).columns }.max() ?? 0
  }

  /// Whether the column header has a line of labels.
  var hasLabels: Bool { arrangement.columnGroups.contains { !$0.label.isEmpty } }

  /// Lines below the matrix: a rule, the read-out's two lines, the legend, the footer.
  var bottomRows: Int { hasLegend ? 5 : 4 }

  /// Lines of cells.
  var bodyRows: Int { max(0, rows - Self.topRows - headerRows - bottomRows) }

  /// Where the cells are.
  var body: Rect {
    Rect(
      column: nameWidth + countWidth + 1, row: Self.topRows + headerRows,
      columns: max(0, columns - nameWidth - countWidth - 1), rows: bodyRows)
  }

  /// The first line below the cells.
  var bottomRow: Int { rows - bottomRows }

  /// Terminal columns of the columns from `first` on, up to `end`, with the gaps between groups.
  private func width(from first: Int, to end: Int) -> Int {
    if end <= first { return 0 }
    let gaps = arrangement.columnGroups.count { $0.range.lowerBound > first && $0.range.lowerBound < end }
    return (end - first) * cellWidth + gaps
  }

  /// How many columns fit when `first` is the first.
  func columnsThatFit(from first: Int) -> Int {
    var count = min(arrangement.columns.count - first, body.columns / max(1, cellWidth))
    while count > 1, width(from: first, to: first + count) > body.columns { count -= 1 }
    return max(0, count)
  }

  /// How many columns fit before `end`.
  func columnsThatFit(endingAt end: Int) -> Int { end - firstColumn(showing: end) }

  /// The first column for which all columns up to `end` are seen.
  func firstColumn(showing end: Int) -> Int {
    var first = max(0, end - body.columns / max(1, cellWidth))
    while first < end - 1, width(from: first, to: end) > body.columns { first += 1 }
    return first
  }

  /// The terminal column of an arranged column when `first` is the first that is drawn.
  func position(of column: Int, first: Int) -> Int {
    body.column + width(from: first, to: column + 1) - cellWidth
  }
}
