// Changes of cells that are one change to a person: a row whose cells went from one state to another on many columns.

/// Changes of one row from one state to another.
public struct CellChangeGroup: Hashable, Sendable {
  /// The first of the changes, in whose row and states all others are.
  public let first: CellChange
  /// The columns, in the order of the face.
  public private(set) var columns: [Subject]

  /// The groups of some changes, the worst first, then in the order of the changes.
  public static func groups(of changes: [CellChange]) -> [CellChangeGroup] {
    struct Key: Hashable {
      let row: Subject
      let before: Cell
      let after: Cell
    }
    var groups: [CellChangeGroup] = []
    var places: [Key: Int] = [:]
    for change in changes {
      let key = Key(row: change.row, before: change.before, after: change.after)
      if let place = places[key] {
        groups[place].columns.append(change.column)
      } else {
        places[key] = groups.count
        groups.append(CellChangeGroup(first: change, columns: [change.column]))
      }
    }
    return groups.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  /// What got worse comes first, then what got better, then what is merely otherwise.
  private var rank: Int {
    if first.isWorse { return Int(first.after.state.rawValue) }
    return first.isBetter ? 100 + Int(first.before.state.rawValue) : 200
  }

  /// `webapp01 on win-a-01, win-a-02 and 3 more`.
  public func words(naming limit: Int) -> String {
    let names = columns.prefix(limit).map(\.qualifiedName).joined(separator: ", ")
    let rest = columns.count - limit
    let more = rest > 0 ? " and \(NumberText.grouped(rest)) more" : ""
    let join = first.face == .serviceByCredentialSpec ? "with" : "on"
    return "\(first.row.qualifiedName) \(join) \(names)\(more)"
  }
}
