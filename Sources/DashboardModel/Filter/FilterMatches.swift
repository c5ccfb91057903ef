// What a filter lets through on a face: rows, columns and cells.

extension Picture {
  /// What a filter lets through on a face.
  ///
  /// A filter is a condition on a row, a column and the cell where they cross. A row stays where some column satisfies
  /// the condition together with it, and a column where some row does. `feeds` and `now` are what `age` asks of; feeds
  /// may be newer than the picture.
  ///
  /// Cost: the names of the face for each term, and for conditions on cells at most one look at each cell of the rows
  /// that the counts do not decide.
  public func matches(
    _ filter: Filter, face: Face, now: Timestamp, feeds: [FeedReport]? = nil
  ) -> FilterMatches {
    if filter.isEmpty {
      return FilterMatches(rowCount: count(face.rowAxis), columnCount: count(face.columnAxis))
    }
    var planner = FilterPlanner(picture: self, face: face, feeds: feeds ?? snapshot.feeds, now: now)
    let plan = planner.plan(filter.expression)
    var scan = FilterScan(plan: plan, sets: planner.sets, matrix: matrix(face))
    return scan.matches(unmatched: planner.unmatched)
  }
}

/// What a filter lets through on a face.
public struct FilterMatches: Sendable {
  /// Places on the face's row axis, ascending.
  public let rows: [Int]
  /// Places on the face's column axis, ascending.
  public let columns: [Int]
  /// Terms that nothing on this face answers to.
  public let unmatched: [FilterTerm]
  private let rowClass: [Int]
  private let columnClass: [Int]
  private let kinds: [ColumnKinds]

  init(
    rows: [Int], columns: [Int], unmatched: [FilterTerm], rowClass: [Int], columnClass: [Int],
    kinds: [ColumnKinds]
  ) {
    self.rows = rows
    self.columns = columns
    self.unmatched = unmatched
    self.rowClass = rowClass
    self.columnClass = columnClass
    self.kinds = kinds
  }

  /// Everything.
  init(rowCount: Int, columnCount: Int) {
    self.init(
      rows: Array(0..<rowCount), columns: Array(0..<columnCount), unmatched: [],
      rowClass: Array(repeating: 0, count: rowCount), columnClass: Array(repeating: 0, count: columnCount),
      kinds: [.same(.every)])
  }

  /// Whether the cell at a row and column of the face satisfies the filter; false outside the face.
  public func contains(_ cell: Cell, row: Int, column: Int) -> Bool {
    guard rowClass.indices.contains(row), columnClass.indices.contains(column) else { return false }
    return kinds[rowClass[row]][columnClass[column]].contains(cell)
  }
}

/// Which kinds of cells satisfy a filter in one class of rows, for each class of columns.
enum ColumnKinds: Sendable {
  case same(CellKinds)
  case each([CellKinds])

  subscript(columnClass: Int) -> CellKinds {
    switch self {
    case .same(let kinds): kinds
    case .each(let list): list[columnClass]
    }
  }
}
