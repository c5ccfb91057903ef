// A filter made ready for one face: sets of rows, sets of columns and sets of cell kinds, joined by and and or.

/// What a cell can be as far as filters ask: its state, and stale contents of another identity as a kind of its own.
/// A set of kinds is a word.
struct CellKinds: Hashable, Sendable {
  var bits: UInt32

  private static let staleIdentity: UInt32 = 1 << UInt32(CellState.allCases.count)
  static let none = CellKinds(bits: 0)
  static let every = CellKinds(bits: 1 << UInt32(CellState.allCases.count + 1) - 1)
  /// A blank cell is no cell that something could be said of.
  static let concerned = CellKinds(bits: every.bits & ~(1 << UInt32(CellState.blank.rawValue)))

  init(bits: UInt32) { self.bits = bits }

  /// The kinds of some states.
  init(of states: Set<CellState>) {
    bits = states.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    if states.contains(.stale) { bits |= Self.staleIdentity }
  }

  /// The kinds whose cells satisfy a condition.
  init(where holds: (Cell) -> Bool) {
    bits = 0
    for state in CellState.allCases where holds(Cell(state)) { bits |= 1 << UInt32(state.rawValue) }
    if holds(Cell(.stale, differsInIdentity: true)) { bits |= Self.staleIdentity }
  }

  /// The kind of a cell, as a set of one.
  init(_ cell: Cell) {
    bits =
      cell.differsInIdentity && cell.state == .stale ? Self.staleIdentity : 1 << UInt32(cell.state.rawValue)
  }

  /// The kind of each cell as it lies in a matrix.
  static let table: [UInt32] = (0..<256).map { CellKinds(Cell(bits: UInt8($0))).bits }

  func contains(_ cell: Cell) -> Bool { bits & CellKinds(cell).bits != 0 }

  /// Whether a line with these counts has a cell of one of the kinds.
  func occurs(in counts: StateCounts) -> Bool {
    for state in CellState.allCases where counts[state] > 0 {
      if bits & CellKinds(of: [state]).bits != 0 { return true }
    }
    return false
  }
}

/// A filter made ready for one face. Sets are indices into the lists of `FilterSets`; signs are gone: `not` went down to
/// the terms.
indirect enum FilterPlan: Hashable, Sendable {
  case cells(CellKinds)
  case rows(Int)
  case columns(Int)
  case all([FilterPlan])
  case any([FilterPlan])

  static let everything = FilterPlan.cells(.every)
  static let nothing = FilterPlan.cells(.none)
}

/// The sets of rows and columns that a plan speaks of. Sets that are joined directly become one, so that fifty words are
/// one set.
struct FilterSets: Sendable {
  private(set) var rows: [[Bool]] = []
  private(set) var columns: [[Bool]] = []

  mutating func rows(_ members: [Bool]) -> FilterPlan {
    rows.append(members)
    return .rows(rows.count - 1)
  }

  mutating func columns(_ members: [Bool]) -> FilterPlan {
    columns.append(members)
    return .columns(columns.count - 1)
  }

  /// Joins parts by and (`isAll`) or by or.
  mutating func join(_ parts: [FilterPlan], isAll: Bool) -> FilterPlan {
    var kinds: CellKinds?
    var rowSets: [Int] = []
    var columnSets: [Int] = []
    var rest: [FilterPlan] = []
    for part in flattened(parts, isAll: isAll) {
      switch part {
      case .cells(let other): kinds = Self.joined(kinds, other, isAll: isAll)
      case .rows(let set): rowSets.append(set)
      case .columns(let set): columnSets.append(set)
      case .all, .any: rest.append(part)
      }
    }
    if let kinds {
      if kinds == (isAll ? .none : .every) { return .cells(kinds) }
      if kinds != (isAll ? .every : .none) { rest.insert(.cells(kinds), at: 0) }
    }
    if let set = Self.joined(rowSets.map { rows[$0] }, isAll: isAll) { rest.append(rows(set)) }
    if let set = Self.joined(columnSets.map { columns[$0] }, isAll: isAll) { rest.append(columns(set)) }
    if rest.count == 1 { return rest[0] }
    if rest.isEmpty { return isAll ? .everything : .nothing }
    return isAll ? .all(rest) : .any(rest)
  }

  private func flattened(_ parts: [FilterPlan], isAll: Bool) -> [FilterPlan] {
    var flat: [FilterPlan] = []
    for part in parts {
      switch part {
      case .all(let inner) where isAll: flat += inner
      case .any(let inner) where !isAll: flat += inner
      default: flat.append(part)
      }
    }
    return flat
  }

  private static func joined(_ left: CellKinds?, _ right: CellKinds, isAll: Bool) -> CellKinds {
    guard let left else { return right }
    return CellKinds(bits: isAll ? left.bits & right.bits : left.bits | right.bits)
  }

  private static func joined(_ sets: [[Bool]], isAll: Bool) -> [Bool]? {
    guard var joined = sets.first else { return nil }
    for set in sets.dropFirst() {
      for place in joined.indices {
        joined[place] = isAll ? joined[place] && set[place] : joined[place] || set[place]
      }
    }
    return joined
  }
}
