// What the facts mean: three faces, figures and findings, built off the screen's thread.

/// The picture of a snapshot: the three faces with their counts, the header's figures, and the findings.
///
/// Rows and columns are numbered as `subject(row:of:)` and `subject(column:of:)` tell; the same numbers mean the same
/// subjects in all pictures whose snapshots share a structure.
public struct Picture: Sendable {
  /// The facts.
  public let snapshot: Snapshot
  /// Face 1.
  public private(set) var credentialSpecByHost: StateMatrix
  /// Face 2.
  public private(set) var serviceByHost: StateMatrix
  /// Face 3.
  public private(set) var serviceByCredentialSpec: StateMatrix
  /// The figures of each credential spec.
  public private(set) var figuresOfCredentialSpec: [Figures]
  /// The figures of all together.
  public private(set) var figures: Figures
  /// What rules found and nobody muted, worst first.
  public private(set) var findings: [Finding] = []
  /// What rules found and the operator muted, worst first. Cells know nothing of mutes.
  public private(set) var mutedFindings: [MutedFinding] = []
  /// The mutes that were applied.
  public private(set) var muting = Muting.none
  /// The same findings by root cause, the worst and most root-like first: each finding is in one of them, as one of
  /// equals or as a consequence.
  public private(set) var causes: [Cause] = []
  let index: CubeIndex
  private let options: PictureOptions
  /// What rules found, muted or not, by rule.
  private var ruleFindings = RuleFindings()

  /// Builds the picture of a snapshot. Rows whose inputs did not change since `previous` are reused; that needs the
  /// snapshots to share their structure, as after `Snapshot.apply`.
  public init(
    of snapshot: Snapshot, reusing previous: Picture? = nil, options: PictureOptions = PictureOptions(),
    muting: Muting = .none
  ) {
    if let previous, previous.snapshot.structure === snapshot.structure, previous.options == options {
      self.init(of: snapshot, updating: previous)
    } else {
      self.init(building: snapshot, options: options)
      ruleFindings = RuleFindings(in: self)
    }
    mute(by: muting)
  }

  /// The same picture with other mutes, or the same mutes on another day. What a muted finding explained stands for
  /// itself: a mute hides a finding, not what follows from it.
  public func muted(by muting: Muting) -> Picture {
    if muting == self.muting { return self }
    var picture = self
    picture.mute(by: muting)
    return picture
  }

  private mutating func mute(by muting: Muting) {
    (findings, mutedFindings) = muting.split(ruleFindings.ranked)
    causes = CauseTable.causes(of: findings)
    self.muting = muting
  }

  private init(building snapshot: Snapshot, options: PictureOptions) {
    let index = CubeIndex(snapshot: snapshot, includesLinux: options.includesLinux)
    let credentialSpecs = snapshot.structure.credentialSpecs.count
    self.snapshot = snapshot
    self.index = index
    self.options = options
    credentialSpecByHost = StateMatrix(rows: credentialSpecs, columns: index.hosts.count)
    serviceByHost = StateMatrix(rows: index.services.count, columns: index.hosts.count)
    serviceByCredentialSpec = StateMatrix(rows: index.services.count, columns: credentialSpecs)
    figuresOfCredentialSpec = [Figures](repeating: Figures(), count: credentialSpecs)
    figures = Figures()
    fill(
      ChangedRows(
        credentialSpecs: Array(0..<credentialSpecs), services: Array(0..<index.services.count)))
  }

  private init(of snapshot: Snapshot, updating previous: Picture) {
    self.snapshot = snapshot
    index = previous.index
    options = previous.options
    credentialSpecByHost = previous.credentialSpecByHost
    serviceByHost = previous.serviceByHost
    serviceByCredentialSpec = previous.serviceByCredentialSpec
    figuresOfCredentialSpec = previous.figuresOfCredentialSpec
    figures = previous.figures
    let changed = changedRows(since: previous.snapshot)
    if !changed.services.isEmpty { fill(changed) }
    ruleFindings = previous.ruleFindings.updated(in: self, changed)
  }

  private mutating func fill(_ changed: ChangedRows) {
    let first = CredentialSpecByHost(snapshot: snapshot, index: index)
    for row in changed.credentialSpecs {
      let delivery = snapshot.structure.credentialSpecs[row].id.delivery
      let (cells, figures) = first.cells(first.row(row), delivery: delivery)
      credentialSpecByHost.setRow(row, cells)
      figuresOfCredentialSpec[row] = figures
    }
    figures = figuresOfCredentialSpec.reduce(Figures(), +)
    let second = ServiceByHost(snapshot: snapshot, index: index)
    let third = ServiceByCredentialSpec(snapshot: snapshot, index: index)
    for row in changed.services {
      serviceByHost.setRow(row, second.cells(row, credentialSpecByHost: credentialSpecByHost))
      serviceByCredentialSpec.setRow(row, third.cells(row, credentialSpecByHost: credentialSpecByHost))
    }
  }

  private func changedRows(since old: Snapshot) -> ChangedRows {
    let changed = index.services.indices.filter { row in
      let service = index.services[row]
      return old.replicas[service].revision != snapshot.replicas[service].revision
    }
    let credentialSpecs = touchedCredentialSpecs(by: changed)
    // A changed row of face 1 may change every service that refers to it.
    var services = Set(changed)
    for credentialSpec in credentialSpecs { services.formUnion(index.referrers[credentialSpec]) }
    return ChangedRows(credentialSpecs: credentialSpecs, services: services.sorted())
  }

  private func touchedCredentialSpecs(by services: [Int]) -> [Int] {
    var touched: Set<Int> = []
    for row in services {
      touched.formUnion(index.references[row].map(\.credentialSpec))
      guard index.references[row].isEmpty else { continue }
      touched.formUnion(index.formerReferrers.indices.filter { index.formerReferrers[$0].contains(row) })
    }
    return touched.sorted()
  }
}

/// What a picture is built with beside the facts.
public struct PictureOptions: Hashable, Sendable {
  /// Whether Linux nodes are columns too.
  public var includesLinux: Bool

  /// Windows hosts alone, unless asked for more.
  public init(includesLinux: Bool = false) { self.includesLinux = includesLinux }
}

extension Picture {
  /// The cells of a face.
  public func matrix(_ face: Face) -> StateMatrix {
    switch face {
    case .credentialSpecByHost: credentialSpecByHost
    case .serviceByHost: serviceByHost
    case .serviceByCredentialSpec: serviceByCredentialSpec
    }
  }

  /// How many subjects an axis has.
  public func count(_ axis: Axis) -> Int {
    switch axis {
    case .credentialSpec: snapshot.structure.credentialSpecs.count
    case .service: index.services.count
    case .host: index.hosts.count
    }
  }

  /// What stands at a place of an axis; nil outside it.
  public func subject(_ place: Int, on axis: Axis) -> Subject? {
    guard place >= 0, place < count(axis) else { return nil }
    switch axis {
    case .credentialSpec: return .credentialSpec(snapshot.structure.credentialSpecs[place].id)
    case .service: return .service(snapshot.structure.services[index.services[place]].id)
    case .host: return .host(snapshot.structure.hosts[index.hosts[place]].id)
    }
  }

  /// The place of a subject on its axis; nil where this picture does not have it.
  public func place(of subject: Subject) -> Int? {
    switch subject {
    case .credentialSpec(let id): return snapshot.structure.index(of: id)
    case .service(let id):
      guard let service = snapshot.structure.index(of: id) else { return nil }
      let row = index.rowOfService[service]
      return row < 0 ? nil : Int(row)
    case .host(let id):
      guard let host = snapshot.structure.index(of: id) else { return nil }
      let column = index.columnOfHost[host]
      return column < 0 ? nil : Int(column)
    }
  }

  /// The subject of a row.
  public func subject(row: Int, of face: Face) -> Subject? { subject(row, on: face.rowAxis) }
  /// The subject of a column.
  public func subject(column: Int, of face: Face) -> Subject? { subject(column, on: face.columnAxis) }

  /// The host at a column of the host faces.
  public func host(_ column: Int) -> Host { snapshot.structure.hosts[index.hosts[column]] }
  /// The service at a row of the service faces.
  public func service(_ row: Int) -> Service { snapshot.structure.services[index.services[row]] }
  /// The credential spec at a place of its axis.
  public func credentialSpec(_ place: Int) -> CredentialSpecEntry {
    snapshot.structure.credentialSpecs[place]
  }
  /// The replicas of the service at a row.
  public func replicas(ofService row: Int) -> [PlacedReplica] {
    snapshot.replicas[index.services[row]].replicas
  }
  /// Rows of the services that refer to a credential spec.
  public func services(referringTo credentialSpec: Int) -> [Int] { index.referrers[credentialSpec] }
  /// Places of the credential specs that the service at a row refers to.
  public func credentialSpecs(ofService row: Int) -> [Int] { index.references[row].map(\.credentialSpec) }

  /// The account groups with more than one member, as ranges of the credential spec axis.
  public var accountGroups: [Range<Int>] {
    let entries = snapshot.structure.credentialSpecs
    var groups: [Range<Int>] = []
    var start = 0
    for place in entries.indices.dropFirst()
    where entries[place].account != entries[start].account || entries[start].account == nil {
      if place - start > 1 { groups.append(start..<place) }
      start = place
    }
    if entries.count - start > 1, entries[start].account != nil { groups.append(start..<entries.count) }
    return groups
  }

  /// Nodes that are counted and not shown: Linux nodes.
  public var hiddenHostCount: Int { snapshot.structure.hosts.count - index.hosts.count }
}
