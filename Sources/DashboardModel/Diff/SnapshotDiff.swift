// What is otherwise between two pictures: cells, subjects, findings and figures, in the terms of the faces.

/// What differs between two sides: two moments of one cluster, or two clusters. Pure; of two pictures that share their
/// structure only rows that differ cost anything, else each cell is looked at once.
public struct SnapshotDiff: Sendable {
  /// The first side.
  public let before: DiffSide
  /// The second side.
  public let after: DiffSide
  /// Which clusters were compared.
  public let pairing: ClusterPairing
  /// Credential specs, services and hosts that the second side has and the first has not, in the order of their axes.
  public private(set) var appeared: [Subject] = []
  /// Those that the first side has and the second has not.
  public private(set) var vanished: [Subject] = []
  /// Cells that differ and say something on one side, by face, row and column.
  public private(set) var cells: [CellChange] = []
  /// Cells that differ and say on neither side more than that a replica might come; counted, since a new host has one
  /// for every credential spec.
  public private(set) var quietCellCount = 0
  /// Findings that came, went, or say something else, worst first.
  public let findings: [FindingChange]
  /// The figures of the first side.
  public let figuresBefore: Figures
  /// The figures of the second side.
  public let figuresAfter: Figures

  /// Compares two sides.
  public init(from before: DiffSide, to after: DiffSide) {
    self.before = before
    self.after = after
    let pairing = ClusterPairing(before: before.clusters, after: after.clusters)
    self.pairing = pairing
    findings = FindingChange.changes(from: before.findings, to: after.findings, pairing: pairing)
    figuresBefore = before.figures
    figuresAfter = after.figures
    compareSubjects()
    for face in Face.allCases { compareCells(of: face) }
  }

  /// Compares two pictures as a whole.
  public init(from before: Picture, to after: Picture) {
    self.init(from: DiffSide(before), to: DiffSide(after))
  }

  /// Whether nothing differs.
  public var isEmpty: Bool {
    appeared.isEmpty && vanished.isEmpty && cells.isEmpty && quietCellCount == 0 && findings.isEmpty
      && figuresBefore == figuresAfter
  }

  /// Findings that the second side alone has.
  public var findingsThatCame: [FindingChange] { findings.filter(\.came) }
  /// Findings that the first side alone has.
  public var findingsThatWent: [FindingChange] { findings.filter(\.went) }
  /// Findings of both sides that say something else now.
  public var findingsThatChanged: [FindingChange] { findings.filter { !$0.came && !$0.went } }

  /// The cells of a face that differ.
  public func cells(of face: Face) -> [CellChange] { cells.filter { $0.face == face } }

  /// Both figures of each name, where they differ.
  public var figures: [(label: String, before: String, after: String)] {
    zip(figuresBefore.labelled, figuresAfter.labelled).compactMap { old, new in
      old.value == new.value ? nil : (label: new.label, before: old.value, after: new.value)
    }
  }

  /// The sides share their structure: places mean the same in both, and rows can be compared as they are.
  private var sharesStructure: Bool {
    before.picture.snapshot.structure === after.picture.snapshot.structure && before.cluster == after.cluster
      && before.picture.count(.host) == after.picture.count(.host)
  }

  private mutating func compareSubjects() {
    if sharesStructure { return }
    for axis in Axis.allCases {
      let old = before.subjects(on: axis).compactMap(\.self).map(pairing.subject)
      let new = after.subjects(on: axis).compactMap(\.self)
      let (known, now) = (Set(old), Set(new))
      appeared += new.filter { !known.contains($0) }
      vanished += old.filter { !now.contains($0) }
    }
  }

  private mutating func compareCells(of face: Face) {
    let (old, new) = (before.picture.matrix(face), after.picture.matrix(face))
    let columns = DiffAxis(before, after, face.columnAxis, pairing, isShared: sharesStructure)
    let rows = DiffAxis(before, after, face.rowAxis, pairing, isShared: sharesStructure)
    for row in rows.lines {
      let left = row.before.map(old.bytes(ofRow:)) ?? []
      let right = row.after.map(new.bytes(ofRow:)) ?? []
      // Rows that nothing touched share their storage, and this costs nothing.
      if columns.isShared, left == right { continue }
      for column in columns.lines {
        let was = column.before.map { left.isEmpty ? Cell.blank.bits : left[$0] } ?? Cell.blank.bits
        let isNow = column.after.map { right.isEmpty ? Cell.blank.bits : right[$0] } ?? Cell.blank.bits
        if was != isNow {
          note(
            CellChange(
              face: face, row: row.subject, column: column.subject, before: Cell(bits: was),
              after: Cell(bits: isNow)))
        }
      }
    }
  }

  private mutating func note(_ change: CellChange) {
    if change.isQuiet { quietCellCount += 1 } else { cells.append(change) }
  }
}

/// The lines of an axis on both sides: those of the second side in its order, then those that the first alone has.
private struct DiffAxis {
  /// A subject and its places.
  struct Line {
    let subject: Subject
    let before: Int?
    let after: Int?
  }

  private(set) var lines: [Line] = []
  /// Whether each place means the same on both sides.
  let isShared: Bool

  init(_ before: DiffSide, _ after: DiffSide, _ axis: Axis, _ pairing: ClusterPairing, isShared: Bool) {
    self.isShared = isShared
    let new = after.subjects(on: axis)
    if isShared {
      for (place, subject) in new.enumerated() {
        if let subject { lines.append(Line(subject: subject, before: place, after: place)) }
      }
      return
    }
    var places: [Subject: Int] = [:]
    var onlyBefore: [Line] = []
    let known = Set(new.compactMap(\.self))
    for (place, subject) in before.subjects(on: axis).enumerated() {
      guard let subject = subject.map(pairing.subject) else { continue }
      places[subject] = place
      if !known.contains(subject) { onlyBefore.append(Line(subject: subject, before: place, after: nil)) }
    }
    for (place, subject) in new.enumerated() {
      if let subject { lines.append(Line(subject: subject, before: places[subject], after: place)) }
    }
    lines += onlyBefore
  }
}
