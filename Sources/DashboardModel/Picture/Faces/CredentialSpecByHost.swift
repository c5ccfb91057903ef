// Face 1: where is each credential spec, and should it be there?

/// Fills rows of the first face: a credential spec a row, a host a column.
struct CredentialSpecByHost {
  let snapshot: Snapshot
  let index: CubeIndex
  private let replicaSupply: ReplicaSupply

  init(snapshot: Snapshot, index: CubeIndex) {
    self.snapshot = snapshot
    self.index = index
    replicaSupply = ReplicaSupply(structure: snapshot.structure)
  }

  /// Demand and supply of a row, a value a host column.
  struct Row {
    var demand: [Demand]
    var supply: [Supply]
    /// For deliveries on hosts: what replicas say; `unknown` where they say nothing.
    var words: [Supply]
    /// When they said it, in milliseconds.
    var spokenAt: [Int64]
  }

  /// The row of a credential spec. Cost: hosts times referring services, and their replicas.
  func row(_ credentialSpec: Int) -> Row {
    let entry = snapshot.structure.credentialSpecs[credentialSpec]
    let columns = index.hosts.count
    let onHosts = entry.id.delivery.isOnHosts
    var row = Row(
      demand: [Demand](repeating: .none, count: columns),
      supply: [Supply](repeating: onHosts ? .unknown : .absent, count: columns),
      words: onHosts ? [Supply](repeating: .unknown, count: columns) : [],
      spokenAt: onHosts ? [Int64](repeating: .min, count: columns) : [])
    fillOwnCluster(entry, &row)
    if onHosts { addCopies(credentialSpec, &row) }
    for service in index.referrers[credentialSpec] { addEligible(service, &row) }
    for service in index.referrers[credentialSpec] {
      addReplicas(of: service, credentialSpec, entry, demands: true, &row)
    }
    for service in index.formerReferrers[credentialSpec] {
      addReplicas(of: service, credentialSpec, entry, demands: false, &row)
    }
    if onHosts { joinWords(entry.id.delivery, &row) }
    return row
  }

  /// The cells and figures of a row.
  func cells(_ row: Row, delivery: Delivery) -> (cells: [UInt8], figures: Figures) {
    var figures = Figures()
    var cells = [UInt8](repeating: Cell.blank.bits, count: row.demand.count)
    for column in cells.indices {
      let (demand, supply) = (row.demand[column], row.supply[column])
      if demand == .none, supply == .absent { continue }
      let cell = Cell(demand: demand, supply: supply, delivery: delivery)
      cells[column] = cell.bits
      figures.count(demand: demand, supply: supply, cell: cell, delivery: delivery)
    }
    return (cells, figures)
  }

  /// Hosts of other clusters are not concerned; of the own one the listings speak first.
  private func fillOwnCluster(_ entry: CredentialSpecEntry, _ row: inout Row) {
    let hosts = snapshot.structure.hosts
    let isTold = index.toldClusters.contains(entry.id.cluster)
    for (column, host) in index.hosts.enumerated() {
      guard hosts[host].id.cluster == entry.id.cluster else {
        row.supply[column] = .absent
        continue
      }
      if !isTold { row.demand[column] = .untold }
      if entry.id.delivery.isOnHosts,
        let listing = snapshot.structure.listing(host: host, delivery: entry.id.delivery)
      {
        row.supply[column] = listing.isComplete ? .absent : .unknown
      }
    }
  }

  private func addCopies(_ credentialSpec: Int, _ row: inout Row) {
    for held in snapshot.structure.heldCopies[credentialSpec] {
      let column = Int(index.columnOfHost[Int(held.host)])
      if column >= 0 { row.supply[column] = held.supply }
    }
  }

  /// Weighs what listings show against what replicas say.
  private func joinWords(_ delivery: Delivery, _ row: inout Row) {
    for column in row.words.indices where row.words[column] != .unknown {
      let host = index.hosts[column]
      let listedAt = snapshot.structure.listing(host: host, delivery: delivery)?.listedAt
      row.supply[column] = row.supply[column].weighed(
        against: row.words[column], isLater: listedAt.map { $0.milliseconds < row.spokenAt[column] } ?? false)
    }
  }

  private func addEligible(_ service: Int, _ row: inout Row) {
    let verdicts = index.eligibility.verdicts(service: service)
    for column in row.demand.indices {
      switch verdicts[Int(index.eligibility.classOfHost[column])] {
      case 1: row.demand[column] = .eligible
      case 2 where row.demand[column] != .eligible: row.demand[column] = .eligibilityUnknown
      default: break
      }
    }
  }

  private func addReplicas(
    of service: Int, _ credentialSpec: Int, _ entry: CredentialSpecEntry, demands: Bool, _ row: inout Row
  ) {
    let slots = index.references[service].filter { $0.credentialSpec == credentialSpec }.map(\.slot)
    var lastHanded: [HandedIdentity] = []
    var lastSupply: Supply?
    var isFirst = true
    for placed in snapshot.replicas[index.services[service]].replicas {
      guard let host = placed.host, placed.replica.state != .finished else { continue }
      let column = Int(index.columnOfHost[host])
      guard column >= 0 else { continue }
      // Supply by hand-over depends on the handed array alone, and replicas of a service share it.
      if entry.id.delivery.isOnHosts || isFirst || placed.replica.handed != lastHanded {
        lastSupply = replicaSupply.supply(of: placed.replica, credentialSpec: credentialSpec, slots: slots)
        lastHanded = placed.replica.handed
        isFirst = false
      }
      if !demands, !placed.replica.handed.contains(where: { $0.credentialSpec == entry.id }) { continue }
      put(placed.replica, lastSupply, entry, column: column, demands: demands, &row)
    }
  }

  private func put(
    _ replica: Replica, _ words: Supply?, _ entry: CredentialSpecEntry, column: Int, demands: Bool,
    _ row: inout Row
  ) {
    let isFirst = row.demand[column] != .running
    if demands { row.demand[column] = .running }
    guard let words else { return }
    if entry.id.delivery.isOnHosts {
      hear(words, at: (replica.trouble?.at ?? replica.since)?.milliseconds ?? .min, column: column, &row)
    } else if demands {
      row.supply[column] = isFirst ? words : row.supply[column].joined(with: words)
    } else if words.isCopy {
      // Contents of a service that asks for none any more are a copy; the lack of them is nobody's trouble.
      row.supply[column] = row.supply[column].isCopy ? row.supply[column].joined(with: words) : words
    }
  }

  /// The replica that spoke last is right; of two at one time the one that lacks it.
  private func hear(_ words: Supply, at time: Int64, column: Int, _ row: inout Row) {
    let known = row.words[column]
    if known == .unknown || time > row.spokenAt[column] {
      row.words[column] = words
    } else if time == row.spokenAt[column] {
      row.words[column] = known.joined(with: words)
    }
    row.spokenAt[column] = max(time, row.spokenAt[column])
  }
}
