// Which rows, columns and cells of the matrix are marked because they match what `&` asks for.

package import DashboardModel

/// What `&` marks on the lines of an arrangement. Empty where nothing is asked.
package struct HighlightedLines: Sendable {
  /// What matches on the face; nil where nothing is asked.
  package let matches: FilterMatches?
  private let isTransposed: Bool
  /// Rows that hold a match, of those that are shown; empty where every row of the face does: that tells nothing.
  private var rows: Set<Int> = []
  private var columns: Set<Int> = []
  /// The marked cells of lines that stand for several subjects, worked out here so that a frame only looks them up.
  private var rolled: [Int: Set<Int>] = [:]

  /// Nothing is marked.
  package init() {
    matches = nil
    isTransposed = false
  }

  /// Finds the lines. Cost: the lines, and the cells of those that stand for several subjects.
  init(_ matches: FilterMatches, rows: [MatrixLine], columns: [MatrixLine], axes: MatrixAxes) {
    self.matches = matches
    isTransposed = axes.isTransposed
    let (rowPlaces, columnPlaces) =
      isTransposed ? (matches.columns, matches.rows) : (matches.rows, matches.columns)
    self.rows = Self.lines(rows, holding: rowPlaces, of: axes.rowCount)
    self.columns = Self.lines(columns, holding: columnPlaces, of: axes.columnCount)
    let hasColumnGroups = columns.contains { $0.members.count > 1 }
    for (index, row) in rows.enumerated() where hasColumnGroups || row.members.count > 1 {
      rolled[index] = Set(columns.indices.filter { isMarked(row, columns[$0], axes) })
    }
  }

  private static func lines(_ lines: [MatrixLine], holding places: [Int], of count: Int) -> Set<Int> {
    if places.count == count { return [] }
    var isPlace = [Bool](repeating: false, count: count)
    for place in places { isPlace[place] = true }
    return Set(lines.indices.filter { line in lines[line].members.contains { isPlace[$0] } })
  }

  private func isMarked(_ row: MatrixLine, _ column: MatrixLine, _ axes: MatrixAxes) -> Bool {
    row.members.contains { place in column.members.contains { isMarked(place, $0, axes) } }
  }

  private func isMarked(_ row: Int, _ column: Int, _ axes: MatrixAxes) -> Bool {
    let cell = axes.cell(row, column)
    return isTransposed
      ? matches?.contains(cell, row: column, column: row) == true
      : matches?.contains(cell, row: row, column: column) == true
  }

  func isRowMarked(_ row: Int) -> Bool { rows.contains(row) }
  func isColumnMarked(_ column: Int) -> Bool { columns.contains(column) }

  /// Whether a cell of the arrangement is marked: where it stands for several, whether one of them matches.
  func isMarked(row: Int, column: Int, _ arrangement: MatrixArrangement, _ axes: MatrixAxes) -> Bool {
    if matches == nil { return false }
    if let columns = rolled[row] { return columns.contains(column) }
    return isMarked(arrangement.rows[row].place, arrangement.columns[column].place, axes)
  }
}

extension AppState {
  /// Whether a cell of the matrix as it is arranged matches what `&` asks for.
  package func isHighlighted(row: Int, column: Int) -> Bool {
    guard let axes = matrixAxes else { return false }
    let arrangement = matrix.arrangement
    return arrangement.highlighted.isMarked(row: row, column: column, arrangement, axes)
  }
}
