// The news of a moment as a record holds them: cells by row and states, names once a segment.

import DashboardModel

extension RecordTables {
  /// Writes what changed; cells come by face and row, and are written so.
  mutating func news(_ change: PictureChange, _ bytes: inout RecordBytes) {
    let groups = CellChangeGroup.groups(of: change.cells)
    bytes.number(groups.count)
    for group in groups {
      bytes.byte(UInt8(group.first.face.rawValue))
      subject(group.first.row, &bytes)
      bytes.byte(group.first.before.code)
      bytes.byte(group.first.after.code)
      bytes.number(group.columns.count)
      for column in group.columns { subject(column, &bytes) }
    }
    bytes.number(change.findings.count)
    for finding in change.findings {
      text(finding.kind.rawValue, &bytes)
      text(finding.rule, &bytes)
      text(finding.severity.rawValue, &bytes)
      text(finding.message, &bytes)
      bytes.number(finding.credentialSpecs.count)
      for id in finding.credentialSpecs { subject(.credentialSpec(id), &bytes) }
    }
  }

  /// A subject's number, and the subject where it is new.
  private mutating func subject(_ subject: Subject, _ bytes: inout RecordBytes) {
    let (number, isNew) = number(of: subject)
    bytes.number(number)
    guard isNew else { return }
    text(subject.cluster.text, &bytes)
    switch subject {
    case .credentialSpec(let id):
      bytes.byte(0)
      text(id.delivery.rawValue, &bytes)
    case .service(let id):
      bytes.byte(1)
      text(id.namespace, &bytes)
      text(id.kind.rawValue, &bytes)
    case .host: bytes.byte(2)
    }
    bytes.text(subject.name)
  }
}

extension RecordWords {
  /// Reads what changed.
  mutating func news(at time: Timestamp, _ input: inout RecordInput) throws(RecordDamage) -> PictureChange {
    var change = PictureChange(at: time, cells: [], findings: [])
    for _ in 0..<(try input.count()) {
      guard let face = Face(rawValue: Int(try input.byte())) else { throw RecordDamage(what: "a face") }
      let row = try subject(&input)
      let before = try cell(&input)
      let after = try cell(&input)
      for _ in 0..<(try input.count()) {
        change.cells.append(
          CellChange(face: face, row: row, column: try subject(&input), before: before, after: after))
      }
    }
    for _ in 0..<(try input.count()) { change.findings.append(try finding(&input)) }
    return change
  }

  private func cell(_ input: inout RecordInput) throws(RecordDamage) -> Cell {
    guard let cell = Cell(code: try input.byte()) else { throw RecordDamage(what: "a cell") }
    return cell
  }

  private mutating func finding(
    _ input: inout RecordInput
  ) throws(RecordDamage) -> PictureChange.ChangedFinding {
    guard let kind = try text(&input).flatMap(PictureChange.ChangedFinding.Kind.init(rawValue:)),
      let rule = try text(&input), let severity = try text(&input).flatMap(Severity.init(rawValue:)),
      let message = try text(&input)
    else { throw RecordDamage(what: "a finding") }
    var touched: [CredentialSpecID] = []
    for _ in 0..<(try input.count()) {
      if case .credentialSpec(let id) = try subject(&input) { touched.append(id) }
    }
    return PictureChange.ChangedFinding(
      kind: kind, rule: rule, severity: severity, message: message, credentialSpecs: touched)
  }

  private mutating func subject(_ input: inout RecordInput) throws(RecordDamage) -> Subject {
    let number = try input.number()
    if let known = subject(number) { return known }
    guard number == subjectCount + 1 else { throw RecordDamage(what: "a subject's number") }
    let cluster = ClusterName(try text(&input) ?? "")
    let subject: Subject
    switch try input.byte() {
    case 0:
      guard let delivery = try text(&input).flatMap(Delivery.init(rawValue:)) else {
        throw RecordDamage(what: "a delivery")
      }
      subject = .credentialSpec(
        CredentialSpecID(cluster: cluster, delivery: delivery, name: try input.text()))
    case 1:
      let namespace = try text(&input) ?? ""
      guard let kind = try text(&input).flatMap(ServiceKind.init(rawValue:)) else {
        throw RecordDamage(what: "a kind of service")
      }
      subject = .service(
        ServiceID(cluster: cluster, namespace: namespace, kind: kind, name: try input.text()))
    case 2: subject = .host(HostID(cluster: cluster, name: try input.text()))
    default: throw RecordDamage(what: "an axis")
    }
    learn(subject)
    return subject
  }
}

extension Cell {
  /// The cell in a byte: its state's rank with its flags. Ranks move when a state is added, and the version rises then.
  fileprivate var code: UInt8 {
    state.rawValue | (isNotCompared ? 0x20 : 0) | (differsInIdentity ? 0x40 : 0)
  }

  fileprivate init?(code: UInt8) {
    guard let state = CellState(rawValue: code & 0x1f) else { return nil }
    self.init(state, isNotCompared: code & 0x20 != 0, differsInIdentity: code & 0x40 != 0)
  }
}
