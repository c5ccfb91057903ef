// What a new picture said that the one before did not: the news of a moment, small enough to be kept by the thousand.

/// What changed at a moment. Cells that say no more than eligible on both sides are left out.
public struct PictureChange: Hashable, Sendable {
  /// When it was seen.
  public var at: Timestamp
  /// Cells of all faces, by face and row.
  public var cells: [CellChange]
  /// Findings, worst first.
  public var findings: [ChangedFinding]

  /// A finding that came, went, or says something else.
  public struct ChangedFinding: Hashable, Sendable {
    /// What became of it.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// It is new.
      case came
      /// It is gone.
      case went
      /// It says something else.
      case changed
    }
    /// What became of it.
    public let kind: Kind
    /// The rule's id.
    public let rule: String
    /// How bad it is, or was.
    public let severity: Severity
    /// One sentence, as it is or was.
    public let message: String
    /// The credential specs that it is about or touches.
    public let credentialSpecs: [CredentialSpecID]

    /// A finding's change.
    public init(
      kind: Kind, rule: String, severity: Severity, message: String, credentialSpecs: [CredentialSpecID]
    ) {
      self.kind = kind
      self.rule = rule
      self.severity = severity
      self.message = message
      self.credentialSpecs = credentialSpecs
    }
  }

  /// A change as it was kept.
  public init(at: Timestamp, cells: [CellChange], findings: [ChangedFinding]) {
    self.at = at
    self.cells = cells
    self.findings = findings
  }

  /// The news of a picture.
  public init(at: Timestamp, _ diff: SnapshotDiff) {
    self.at = at
    cells = diff.cells
    findings = diff.findings.compactMap { change in
      guard let finding = change.finding else { return nil }
      var touched = finding.reach.credentialSpecs
      if case .subject(.credentialSpec(let id)) = finding.subject, !touched.contains(id) {
        touched.append(id)
      }
      return ChangedFinding(
        kind: change.came ? .came : change.went ? .went : .changed, rule: finding.card.id,
        severity: finding.severity, message: finding.message, credentialSpecs: touched)
    }
  }

  /// Whether nothing is told.
  public var isEmpty: Bool { cells.isEmpty && findings.isEmpty }
  /// How much is told.
  public var count: Int { cells.count + findings.count }

  /// Whether something critical began: a critical finding came, or a cell got worse and is critical.
  public var isCritical: Bool {
    findings.contains { $0.kind == .came && $0.severity == .critical }
      || cells.contains { $0.isWorse && $0.after.severity == .critical }
  }

  /// `2 cells worse, 1 better, 14 otherwise; 1 finding came`.
  public var summary: String {
    let worse = cells.count(where: \.isWorse)
    let better = cells.count(where: \.isBetter)
    let rest = cells.count - worse - better
    var parts: [String] = []
    for (count, word) in [(worse, "worse"), (better, "better"), (rest, "otherwise")] where count > 0 {
      let noun = parts.isEmpty ? (count == 1 ? " cell" : " cells") : ""
      parts.append("\(NumberText.grouped(count))\(noun) \(word)")
    }
    var words = [parts.joined(separator: ", ")]
    for kind in ChangedFinding.Kind.allCases {
      let count = findings.count { $0.kind == kind }
      if count > 0 {
        words.append("\(NumberText.grouped(count)) \(count == 1 ? "finding" : "findings") \(kind.rawValue)")
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

/// What somebody who goes through time looks for.
public enum ChangeTarget: Hashable, Sendable {
  /// Any change.
  case any
  /// A change of one cell.
  case cell(Face, row: Subject, column: Subject)
  /// A change of a credential spec's cells or findings.
  case credentialSpec(CredentialSpecID)
  /// The beginning of something critical.
  case critical

  /// Whether a change is what is looked for.
  public func matches(_ change: PictureChange) -> Bool {
    switch self {
    case .any: return !change.isEmpty
    case .critical: return change.isCritical
    case .cell(let face, let row, let column):
      return change.cells.contains { $0.face == face && $0.row == row && $0.column == column }
    case .credentialSpec(let id):
      let subject = Subject.credentialSpec(id)
      return change.cells.contains { $0.row == subject || $0.column == subject }
        || change.findings.contains { $0.credentialSpecs.contains(id) }
    }
  }
}
