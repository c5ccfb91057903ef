// A cell that is otherwise than it was, with both of its states.

/// A cell that differs between two pictures. Where one side has no such row or column its cell is blank there.
public struct CellChange: Hashable, Sendable {
  /// What became of the cell.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nothing was concerned before.
    case appeared
    /// It has another state, or is otherwise than its state alone says.
    case changed
    /// Nothing is concerned any more.
    case vanished
  }

  /// The face.
  public let face: Face
  /// The row's subject, as the second side names it.
  public let row: Subject
  /// The column's subject, as the second side names it.
  public let column: Subject
  /// The cell on the first side.
  public let before: Cell
  /// The cell on the second side.
  public let after: Cell

  /// A change.
  public init(face: Face, row: Subject, column: Subject, before: Cell, after: Cell) {
    self.face = face
    self.row = row
    self.column = column
    self.before = before
    self.after = after
  }

  /// What became of it.
  public var kind: Kind {
    if before.state == .blank { return .appeared }
    return after.state == .blank ? .vanished : .changed
  }

  /// Whether neither side says more than that a replica might come: a new host has hundreds of such cells.
  public var isQuiet: Bool { before.state >= .eligible && after.state >= .eligible }

  /// Whether somebody should act on it now and had no reason to before, or a lesser one.
  public var isWorse: Bool { after.state.isProblem && rank(after) < rank(before) }

  /// Whether a problem is gone, or is a lesser one now.
  public var isBetter: Bool { before.state.isProblem && rank(before) < rank(after) }

  /// How bad the worse of both sides is; nil where neither is a problem.
  public var severity: Severity? { [before.severity, after.severity].compactMap(\.self).min() }

  /// Contents that name another identity are worse than contents that are merely old.
  private func rank(_ cell: Cell) -> Int { Int(cell.state.rawValue) * 2 - (cell.differsInIdentity ? 1 : 0) }

  /// `webapp01 on win-a-01`, `shop/web asks for webapp01`: what the cell is about.
  public var subjectWords: String {
    switch face {
    case .credentialSpecByHost, .serviceByHost: "\(row.qualifiedName) on \(column.qualifiedName)"
    case .serviceByCredentialSpec: "\(row.qualifiedName) with \(column.qualifiedName)"
    }
  }

  /// `missing, was deployed`; what is new or gone is said as that.
  public var stateWords: String {
    switch kind {
    case .appeared: "\(after.words), was not concerned"
    case .vanished: "not concerned, was \(before.words)"
    case .changed: "\(after.words), was \(before.words)"
    }
  }
}

extension Cell {
  /// The state with what it does not say of itself: `deployed (contents not compared)`.
  public var words: String {
    if differsInIdentity { return "\(state.word) (another identity)" }
    return isNotCompared ? "\(state.word) (contents not compared)" : state.word
  }
}

extension Subject {
  /// The name with its namespace, as reports name it.
  public var qualifiedName: String {
    if case .service(let id) = self { id.qualifiedName } else { name }
  }
}
