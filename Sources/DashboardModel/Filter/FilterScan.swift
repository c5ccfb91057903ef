// Finds the rows and columns that satisfy a plan: classes of rows and columns first, cells only where they decide.

/// Rows that stand in the same sets are one class, and so are columns; a plan is worked out once a class of rows for all
/// classes of columns. What is left is one look at a cell.
struct FilterScan {
  private let plan: FilterPlan
  private let matrix: StateMatrix
  private let rowClass: [Int]
  private let columnClass: [Int]
  private let rowClasses: [UInt128]
  private let columnClasses: [UInt128]
  private let rowBit: [Int: Int]
  private let columnBit: [Int: Int]
  private var columnHits: [Bool]
  private var columnsWithoutHit: Int

  init(plan: FilterPlan, sets: FilterSets, matrix: StateMatrix) {
    self.plan = plan
    self.matrix = matrix
    rowBit = Self.numbered(Self.rowSets(plan))
    columnBit = Self.numbered(Self.columnSets(plan))
    (rowClass, rowClasses) = Self.classes(of: sets.rows, bits: rowBit, count: matrix.rows)
    (columnClass, columnClasses) = Self.classes(of: sets.columns, bits: columnBit, count: matrix.columns)
    columnHits = Array(repeating: false, count: matrix.columns)
    columnsWithoutHit = matrix.columns
  }

  mutating func matches(unmatched: [FilterTerm]) -> FilterMatches {
    let kinds = rowClasses.map { evaluate(plan, $0) }
    var hitsOfClass = Array(repeating: false, count: rowClasses.count)
    for (place, kinds) in kinds.enumerated() { hitsOfClass[place] = markWhole(kinds) }
    let wanted = kinds.map(perColumn)
    var rows: [Int] = []
    for row in 0..<matrix.rows {
      let place = rowClass[row]
      if hitsOfClass[place] {
        rows.append(row)
        // Its other columns may still be decided by cells.
        if columnsWithoutHit > 0 { _ = scan(row, wanted[place]) }
      } else if scan(row, wanted[place]) {
        rows.append(row)
      }
    }
    return FilterMatches(
      rows: rows, columns: columnHits.indices.filter { columnHits[$0] }, unmatched: unmatched,
      rowClass: rowClass, columnClass: columnClass, kinds: kinds)
  }

  // MARK: classes

  private static func rowSets(_ plan: FilterPlan) -> [Int] {
    switch plan {
    case .rows(let set): [set]
    case .all(let parts), .any(let parts): parts.flatMap(rowSets)
    case .cells, .columns: []
    }
  }

  private static func columnSets(_ plan: FilterPlan) -> [Int] {
    switch plan {
    case .columns(let set): [set]
    case .all(let parts), .any(let parts): parts.flatMap(columnSets)
    case .cells, .rows: []
    }
  }

  /// At most 128 sets: 32 terms make at most four each, and equal terms are rare enough not to be looked for.
  private static func numbered(_ sets: [Int]) -> [Int: Int] {
    var bits: [Int: Int] = [:]
    for set in sets where bits[set] == nil { bits[set] = bits.count }
    return bits
  }

  private static func classes(
    of sets: [[Bool]], bits: [Int: Int], count: Int
  ) -> (classOf: [Int], classes: [UInt128]) {
    var signatures = [UInt128](repeating: 0, count: count)
    for (set, bit) in bits {
      let members = sets[set]
      for place in 0..<count where members[place] { signatures[place] |= 1 << UInt128(bit) }
    }
    var known: [UInt128: Int] = [:]
    var classes: [UInt128] = []
    let classOf = signatures.map { signature -> Int in
      if let place = known[signature] { return place }
      known[signature] = classes.count
      classes.append(signature)
      return classes.count - 1
    }
    return (classOf, classes)
  }

  // MARK: evaluation

  private func evaluate(_ plan: FilterPlan, _ row: UInt128) -> ColumnKinds {
    switch plan {
    case .cells(let kinds): return .same(kinds)
    case .rows(let set): return .same(has(row, rowBit[set]) ? .every : .none)
    case .columns(let set):
      return .each(columnClasses.map { has($0, columnBit[set]) ? .every : .none })
    case .all(let parts): return joined(parts, row, isAll: true)
    case .any(let parts): return joined(parts, row, isAll: false)
    }
  }

  private func has(_ signature: UInt128, _ bit: Int?) -> Bool {
    bit.map { signature >> UInt128($0) & 1 == 1 } ?? false
  }

  private func joined(_ parts: [FilterPlan], _ row: UInt128, isAll: Bool) -> ColumnKinds {
    var whole = isAll ? CellKinds.every : CellKinds.none
    var each: [CellKinds]?
    for part in parts {
      switch evaluate(part, row) {
      case .same(let kinds):
        whole.bits = isAll ? whole.bits & kinds.bits : whole.bits | kinds.bits
        if whole == (isAll ? .none : .every) { return .same(whole) }
      case .each(let list):
        each = each.map { Self.joined($0, list, isAll: isAll) } ?? list
      }
    }
    guard let each else { return .same(whole) }
    return .each(each.map { CellKinds(bits: isAll ? $0.bits & whole.bits : $0.bits | whole.bits) })
  }

  private static func joined(_ left: [CellKinds], _ right: [CellKinds], isAll: Bool) -> [CellKinds] {
    var joined = left
    for place in joined.indices {
      joined[place].bits =
        isAll ? joined[place].bits & right[place].bits : joined[place].bits | right[place].bits
    }
    return joined
  }

  // MARK: cells

  /// Marks columns that a class of rows satisfies whatever the cell. Returns whether it has such a column; a face without
  /// columns leaves its rows to the conditions on rows.
  private mutating func markWhole(_ kinds: ColumnKinds) -> Bool {
    if matrix.columns == 0, case .same(let kinds) = kinds { return kinds == .every }
    var hasWhole = false
    for column in 0..<matrix.columns where kinds[columnClass[column]] == .every {
      hasWhole = true
      mark(column)
    }
    return hasWhole
  }

  private mutating func mark(_ column: Int) {
    if columnHits[column] { return }
    columnHits[column] = true
    columnsWithoutHit -= 1
  }

  /// The kinds that cells decide, for each column; nil where the class of rows alone decides.
  private func perColumn(_ kinds: ColumnKinds) -> (kinds: [UInt32], union: CellKinds)? {
    let ofClass = columnClasses.indices.map { place in
      kinds[place] == .every ? 0 : kinds[place].bits
    }
    let union = ofClass.reduce(0) { $0 | $1 }
    return union == 0 ? nil : (columnClass.map { ofClass[$0] }, CellKinds(bits: union))
  }

  /// Looks at the cells of a row; a row whose counts say that it has no such cell is left at once.
  private mutating func scan(_ row: Int, _ wanted: (kinds: [UInt32], union: CellKinds)?) -> Bool {
    guard let wanted, wanted.union.occurs(in: matrix.rowCounts[row]) else { return false }
    var isHit = false
    let table = CellKinds.table
    let cells = matrix.bytes(ofRow: row)
    for column in 0..<matrix.columns where table[Int(cells[column])] & wanted.kinds[column] != 0 {
      isHit = true
      if columnsWithoutHit == 0 { return true }
      mark(column)
    }
    return isHit
  }
}
