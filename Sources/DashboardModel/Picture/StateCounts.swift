// How many cells have each state: for a row, a column, or all of a face.

/// How many cells have each state. A plain value of fixed size: there is one for each of 5,000 hosts.
public struct StateCounts: Hashable, Sendable {
  private static let stateCount = 17
  private var counts = InlineArray<17, UInt32>(repeating: 0)

  /// No cells.
  public init() {}

  /// The number of cells in a state.
  public subscript(state: CellState) -> Int {
    get { Int(counts[Int(state.rawValue)]) }
    set { counts[Int(state.rawValue)] = UInt32(clamping: newValue) }
  }

  /// Adds other counts.
  public mutating func add(_ other: StateCounts) {
    for index in 0..<Self.stateCount { counts[index] += other.counts[index] }
  }

  mutating func add(_ number: Int, rawState: Int) { counts[rawState] += UInt32(clamping: number) }
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
    for rawState in 0..<Int(CellState.unverified.rawValue) { sum += Int(counts[rawState]) }
    return sum
  }

  /// Equal where every state is as frequent.
  public static func == (left: StateCounts, right: StateCounts) -> Bool {
    for index in 0..<stateCount where left.counts[index] != right.counts[index] { return false }
    return true
  }

  /// Hashes every count.
  public func hash(into hasher: inout Hasher) {
    for index in 0..<Self.stateCount { hasher.combine(counts[index]) }
  }
}
