// A small fleet built in a few lines, for tests that are about the model and not about reading.

package import DashboardModel

/// Facts of one feed, built up by the words of a test. Swarm by default: `file` and `config` deliveries.
package struct Fleet {
  package static let cluster: ClusterName = "test"
  package static let noon = Timestamp(milliseconds: 1_790_000_000_000)

  package var facts = Facts()
  package var feed: FeedID
  package var observedAt: Timestamp

  /// A fleet of whose cluster everything was read.
  package init(
    reading kinds: [FactKind] = FactKind.allCases, feed: FeedID = "fleet", observedAt: Timestamp = noon
  ) {
    self.feed = feed
    self.observedAt = observedAt
    facts.coverage = kinds.map { CoverageEntry(cluster: Self.cluster, kind: $0, coverage: .everything) }
  }

  /// The facts as a feed sends them.
  package var slice: FeedSlice {
    FeedSlice(feed: feed, status: .settled, observedAt: observedAt, facts: facts)
  }
  package var snapshot: Snapshot { Snapshot(merging: [slice]) }
  package var picture: Picture { Picture(of: snapshot) }

  package static func minutes(_ count: Int) -> Timestamp { noon.advanced(by: .seconds(60 * count)) }

  package static func id(_ delivery: Delivery, _ name: String, in cluster: ClusterName = cluster)
    -> CredentialSpecID
  {
    CredentialSpecID(cluster: cluster, delivery: delivery, name: name)
  }

  package static func service(_ name: String, in cluster: ClusterName = cluster) -> ServiceID {
    ServiceID(cluster: cluster, namespace: "", kind: .swarmService, name: name)
  }

  /// Contents of account `web` in corp.example; `salt` makes them differ without another identity.
  package static func contents(
    account: String = "web", domain: String = "corp.example", sid: String = "S-1-5-21-1-2-3",
    salt: String = ""
  ) -> CredentialSpecContents {
    CredentialSpecContents(
      canonical: "\(account)|\(domain)|\(sid)|\(salt)", account: account, domain: domain, domainSID: sid,
      domainGUID: "0f0f")
  }

  /// Adds a node; labels are both schedulers' words for it.
  package mutating func host(
    _ name: String, os: OperatingSystem = .windows, labels: [String: String] = [:], closed: String? = nil,
    taints: [Taint] = []
  ) {
    var host = Host(id: HostID(cluster: Self.cluster, name: name), operatingSystem: os)
    host.labels = labels.merging(["kubernetes.io/os": os.rawValue]) { given, _ in given }
    host.acceptsReplicas = closed == nil
    host.closedBecause = closed
    host.taints = taints
    host.isReady = true
    facts.hosts.append(host)
  }

  /// Adds a service that names credential specs, and may run where `selector` says.
  package mutating func service(
    _ name: String, uses credentialSpecs: [CredentialSpecID] = [], on selector: [String: String] = [:],
    configure: (inout Service) -> Void = { _ in }
  ) {
    var service = Service(id: Self.service(name), objectID: name)
    service.template.references = credentialSpecs.map {
      CredentialSpecReference(slot: .whole, credentialSpec: $0)
    }
    service.template.scheduling.nodeSelector = selector.merging(["kubernetes.io/os": "windows"]) { given, _ in
      given
    }
    configure(&service)
    facts.services.append(service)
  }

  /// Adds a replica of a service.
  package mutating func replica(
    _ name: String, of service: String, on host: String?, _ state: ReplicaState = .running,
    handed: [HandedIdentity] = [], since: Timestamp? = nil, trouble: String? = nil
  ) {
    facts.replicas.append(
      Self.replica(name, of: service, on: host, state, handed: handed, since: since, trouble: trouble))
  }

  package static func replica(
    _ name: String, of service: String, on host: String?, _ state: ReplicaState = .running,
    handed: [HandedIdentity] = [], since: Timestamp? = nil, trouble: String? = nil
  ) -> Replica {
    Replica(
      cluster: cluster, name: name, owner: OwnerReference(kind: "Service", name: service), hostName: host,
      state: state, since: since,
      trouble: trouble.map { Trouble(reason: "failed", message: $0, at: since, object: "task \(name)") },
      handed: handed)
  }

  /// Contents as a replica carries them; nil contents: the name alone.
  package static func handed(
    _ id: CredentialSpecID, _ contents: CredentialSpecContents?, slot: CredentialSpecReference.Slot = .whole
  ) -> HandedIdentity {
    HandedIdentity(
      slot: slot, credentialSpec: id, contents: contents.map(HandedContents.given) ?? .withheld)
  }

  /// Adds a config or custom resource.
  package mutating func object(
    _ id: CredentialSpecID, _ contents: CredentialSpecContents?, createdAt: Timestamp? = nil
  ) {
    facts.credentialSpecs.append(CredentialSpec(id: id, contents: contents, createdAt: createdAt))
  }

  /// Adds the inventory of a host's files: names with contents, nil where contents were not read.
  package mutating func inventory(
    _ host: String, _ copies: [(String, CredentialSpecContents?)], listedAt: Timestamp? = nil,
    isComplete: Bool = true
  ) {
    facts.listings.append(
      HostListing(
        hostName: host, cluster: Self.cluster, delivery: .hostFile,
        copies: copies.map { HostCopy(name: $0.0, contents: $0.1) }, isComplete: isComplete,
        listedAt: listedAt))
  }
}

extension Picture {
  /// The cell of a face by the names of its row and column.
  package func cell(_ face: Face, _ row: Subject, _ column: Subject) -> Cell? {
    guard let row = place(of: row), let column = place(of: column) else { return nil }
    return matrix(face)[row, column]
  }

  /// The first face's cell of a credential spec at a host of the test cluster.
  package func copy(_ credentialSpec: CredentialSpecID, on host: String) -> Cell? {
    cell(
      .credentialSpecByHost, .credentialSpec(credentialSpec),
      .host(HostID(cluster: credentialSpec.cluster, name: host)))
  }

  /// The third face's cell of a Swarm service of the test cluster.
  package func reference(_ service: String, _ credentialSpec: CredentialSpecID) -> Cell? {
    cell(.serviceByCredentialSpec, .service(Fleet.service(service)), .credentialSpec(credentialSpec))
  }

  /// The second face's cell of a Swarm service of the test cluster.
  package func placement(_ service: String, on host: String) -> Cell? {
    cell(.serviceByHost, .service(Fleet.service(service)), .host(HostID(cluster: Fleet.cluster, name: host)))
  }

  /// Every cell that is not blank, by its subjects: two pictures with the same lines show the same.
  package var lines: [String] {
    var lines: [String] = []
    for face in Face.allCases {
      let cells = matrix(face)
      for row in 0..<cells.rows {
        for column in 0..<cells.columns where cells[row, column].state != .blank {
          guard let left = subject(row: row, of: face), let right = subject(column: column, of: face) else {
            continue
          }
          let cell = cells[row, column]
          let flags =
            (cell.isNotCompared ? " not compared" : "") + (cell.differsInIdentity ? " identity" : "")
          lines.append("\(face.rawValue) \(left.text) \(right.text): \(cell.state.word)\(flags)")
        }
      }
    }
    return lines + findings.map(\.line)
  }
}

extension Subject {
  /// Unambiguous: with cluster and kind.
  fileprivate var text: String {
    switch self {
    case .credentialSpec(let id): "\(id.cluster.text)/\(id.delivery.word)/\(id.name)"
    case .service(let id): "\(id.cluster.text)/\(id.namespace)/\(id.kind.rawValue)/\(id.name)"
    case .host(let id): "\(id.cluster.text)/\(id.name)"
    }
  }
}

extension Finding {
  /// Id, severity, subject and message in a line, as golden files hold it.
  package var line: String { "\(card.id) \(severity.rawValue) \(subject.text): \(message)" }
}
