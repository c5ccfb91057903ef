// The cells of one face with the counts that screens and figures ask for.

/// The cells of one face, one byte each (5,000 hosts x 1,000 services: 5 MB). A row is an array of its own, so that a
/// picture in which one row changed shares all others with the picture before.
public struct StateMatrix: Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  private var cells: [[UInt8]]
  /// Counts of each row.
  public private(set) var rowCounts: [StateCounts]
  /// Counts of each column, blank and eligible cells left out: they are many and say nothing.
  public private(set) var columnCounts: [StateCounts]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = [[UInt8]](repeating: [UInt8](repeating: Cell.blank.bits, count: columns), count: rows)
    var empty = StateCounts()
    empty[.blank] = columns
    rowCounts = [StateCounts](repeating: empty, count: rows)
    columnCounts = [StateCounts](repeating: StateCounts(), count: columns)
  }

  /// The cell at a place; blank outside the matrix.
  public subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < rows, column >= 0, column < columns else { return .blank }
    return Cell(bits: cells[row][column])
  }

  /// The bits of a cell's byte that hold the raw value of its state; the others are flags.
  public static let stateMask: UInt8 = 0x1f

  /// The cells of a row, one byte a column, for passes over millions of cells: equal bytes are equal cells. The array is
  /// shared, not copied; empty outside the matrix.
  public func bytes(ofRow row: Int) -> [UInt8] { row >= 0 && row < rows ? cells[row] : [] }

  /// Puts a whole row in place and keeps the counts true.
  mutating func setRow(_ row: Int, _ new: [UInt8]) {
    precondition(new.count == columns && row < rows)
    recount(columnsFrom: cells[row], to: new)
    rowCounts[row] = Self.counts(of: new)
    cells[row] = new
  }

  private static func counts(of cells: [UInt8]) -> StateCounts {
    // Four tallies side by side: neighbours are mostly equal, and one tally would wait for itself.
    var tally = InlineArray<128, Int32>(repeating: 0)
    for (column, cell) in cells.enumerated() { tally[(column & 3) << 5 | Int(cell & 0x1f)] &+= 1 }
    var counts = StateCounts()
    for rawState in 0...Int(CellState.blank.rawValue) {
      let sum = tally[rawState] + tally[rawState + 32] + tally[rawState + 64] + tally[rawState + 96]
      if sum > 0 { counts.add(Int(sum), rawState: rawState) }
    }
    return counts
  }

  private mutating func recount(columnsFrom old: [UInt8], to new: [UInt8]) {
    let quiet = CellState.eligible.rawValue
    for column in 0..<columns where old[column] != new[column] {
      let (before, after) = (old[column] & 0x1f, new[column] & 0x1f)
      if before < quiet { columnCounts[column].uncount(rawState: before) }
      if after < quiet { columnCounts[column].count(rawState: after) }
    }
  }

  /// The columns of a row that have a state, ascending.
  public func columns(inRow row: Int, where matches: (Cell) -> Bool) -> [Int] {
    (0..<columns).filter { matches(Cell(bits: cells[row][$0])) }
  }

  /// The first columns of a row that have a state, ascending, at most `limit`.
  func firstColumns(inRow row: Int, state: CellState, limit: Int) -> [Int] {
    var found: [Int] = []
    for (column, cell) in cells[row].enumerated() where cell & 0x1f == state.rawValue {
      if found.count == limit { break }
      found.append(column)
    }
    return found
  }
}
