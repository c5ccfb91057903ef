// Face 1: where is each credential spec, and should it be there?

/// Fills rows of the first face: a credential spec a row, a host a column.
struct CredentialSpecByHost {
  let snapshot: Snapshot
  let index: CubeIndex
  private let replicaSupply: ReplicaSupply
  private let listingSupply: ListingSupply

  init(snapshot: Snapshot, index: CubeIndex) {
    self.snapshot = snapshot
    self.index = index
    replicaSupply = ReplicaSupply(structure: snapshot.structure)
    listingSupply = ListingSupply(structure: snapshot.structure)
  }

  /// Demand and supply of a row, a value a host column.
  struct Row {
    var demand: [Demand]
    var supply: [Supply]
  }

  /// The row of a credential spec. Cost: hosts times referring services, and their replicas.
  func row(_ credentialSpec: Int) -> Row {
    let entry = snapshot.structure.credentialSpecs[credentialSpec]
    var row = Row(
      demand: [Demand](repeating: .none, count: index.hosts.count),
      supply: [Supply](
        repeating: entry.id.delivery.isOnHosts ? .unknown : .absent, count: index.hosts.count))
    fillOwnCluster(entry, &row)
    for service in index.referrers[credentialSpec] { addEligible(service, &row) }
    for service in index.referrers[credentialSpec] {
      addReplicas(of: service, credentialSpec, entry, demands: true, &row)
    }
    for service in index.formerReferrers[credentialSpec] {
      addReplicas(of: service, credentialSpec, entry, demands: false, &row)
    }
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
      if entry.id.delivery.isOnHosts { row.supply[column] = listingSupply.supply(of: entry, host: host) }
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
    let slot = index.references[service].first { $0.credentialSpec == credentialSpec }?.slot
    var lastHanded: [HandedIdentity] = []
    var lastSupply: Supply?
    var isFirst = true
    for placed in snapshot.replicas[index.services[service]].replicas {
      guard let host = placed.host, placed.replica.state != .finished else { continue }
      let column = Int(index.columnOfHost[host])
      guard column >= 0 else { continue }
      // Supply by hand-over depends on the handed array alone, and replicas of a service share it.
      if entry.id.delivery.isOnHosts || isFirst || placed.replica.handed != lastHanded {
        lastSupply = replicaSupply.supply(of: placed.replica, credentialSpec: credentialSpec, slot: slot)
        lastHanded = placed.replica.handed
        isFirst = false
      }
      if !demands, !placed.replica.handed.contains(where: { $0.credentialSpec == entry.id }) { continue }
      put(placed.replica, lastSupply, entry, host: host, column: column, demands: demands, &row)
    }
  }

  private func put(
    _ replica: Replica, _ words: Supply?, _ entry: CredentialSpecEntry, host: Int, column: Int,
    demands: Bool, _ row: inout Row
  ) {
    if entry.id.delivery.isOnHosts {
      row.supply[column] = listingSupply.joined(
        row.supply[column], host: host, delivery: entry.id.delivery, replica: replica, words: words)
    } else if let words {
      row.supply[column] =
        row.demand[column] == .running ? row.supply[column].joined(with: words) : words
    }
    if demands { row.demand[column] = .running }
  }
}
