// The cells of one face with the counts that screens and figures ask for.

/// How many cells have each state.
public struct StateCounts: Hashable, Sendable {
  private var counts: [UInt32]

  /// No cells.
  public init() { counts = [UInt32](repeating: 0, count: CellState.allCases.count) }

  /// The number of cells in a state.
  public subscript(state: CellState) -> Int {
    get { Int(counts[Int(state.rawValue)]) }
    set { counts[Int(state.rawValue)] = UInt32(clamping: newValue) }
  }

  /// Adds other counts.
  public mutating func add(_ other: StateCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  /// Takes counts away that were added before.
  public mutating func subtract(_ other: StateCounts) {
    for index in counts.indices { counts[index] -= min(counts[index], other.counts[index]) }
  }

  mutating func count(rawState: UInt8) { counts[Int(rawState)] += 1 }
  mutating func uncount(rawState: UInt8) { counts[Int(rawState)] -= 1 }

  /// The worst state that occurs.
  public var worst: CellState {
    for state in CellState.allCases where self[state] > 0 { return state }
    return .blank
  }

  /// Cells that somebody should act on.
  public var problems: Int {
    var sum = 0
    for state in CellState.allCases where state.isProblem { sum += self[state] }
    return sum
  }
}

/// The cells of one face: `cells[row * columns + column]`, one byte each (5,000 hosts x 1,000 services: 5 MB).
public struct StateMatrix: Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  private var bytes: [UInt8]
  /// Counts of each row.
  public private(set) var rowCounts: [StateCounts]
  /// Counts of each column, blank and eligible cells left out: they are many and say nothing.
  public private(set) var columnCounts: [StateCounts]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    bytes = [UInt8](repeating: Cell.blank.bits, count: rows * columns)
    var empty = StateCounts()
    empty[.blank] = columns
    rowCounts = [StateCounts](repeating: empty, count: rows)
    columnCounts = [StateCounts](repeating: StateCounts(), count: columns)
  }

  /// The cell at a place; blank outside the matrix.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < rows, column >= 0, column < columns else { return .blank }
    return Cell(bits: bytes[row * columns + column])
  }

  /// Puts a whole row in place and keeps the counts true.
  mutating func setRow(_ row: Int, _ cells: [UInt8]) {
    precondition(cells.count == columns && row < rows)
    var counts = StateCounts()
    let start = row * columns
    for column in 0..<columns {
      let new = cells[column]
      counts.count(rawState: new & 0x1f)
      let old = bytes[start + column]
      if old == new { continue }
      bytes[start + column] = new
      recount(column, from: old & 0x1f, to: new & 0x1f)
    }
    rowCounts[row] = counts
  }

  private mutating func recount(_ column: Int, from old: UInt8, to new: UInt8) {
    if old < CellState.eligible.rawValue { columnCounts[column].uncount(rawState: old) }
    if new < CellState.eligible.rawValue { columnCounts[column].count(rawState: new) }
  }

  /// The columns of a row that have a state, ascending.
  public func columns(inRow row: Int, where matches: (Cell) -> Bool) -> [Int] {
    let start = row * columns
    return (0..<columns).filter { matches(Cell(bits: bytes[start + $0])) }
  }

  /// The first columns of a row that have a state, ascending, at most `limit`.
  func firstColumns(inRow row: Int, state: CellState, limit: Int) -> [Int] {
    var found: [Int] = []
    let start = row * columns
    for column in 0..<columns where bytes[start + column] & 0x1f == state.rawValue {
      if found.count == limit { break }
      found.append(column)
    }
    return found
  }
}
