// Face 1: where is each credential spec, and should it be there?

/// Fills rows of the first face: a credential spec a row, a host a column.
struct CredentialSpecByHost {
  let snapshot: Snapshot
  let index: CubeIndex
  private let replicaSupply: ReplicaSupply
  private let onHosts: CellTable
  private let orchestrated: CellTable

  init(snapshot: Snapshot, index: CubeIndex) {
    self.snapshot = snapshot
    self.index = index
    replicaSupply = ReplicaSupply(structure: snapshot.structure)
    onHosts = CellTable(delivery: .hostFile)
    orchestrated = CellTable(delivery: .customResource)
  }

  /// Demand and supply of a row, a value a host column. Hosts of other clusters are not concerned.
  struct Row {
    var demand: [Demand]
    var supply: [Supply]
    /// The columns of the credential spec's own cluster.
    let own: Range<Int>
  }

  /// The row of a credential spec. Cost: the cluster's hosts, and the replicas of the referring services.
  func row(_ credentialSpec: Int) -> Row {
    let id = snapshot.structure.credentialSpecs[credentialSpec].id
    let own = index.columns(of: id.cluster)
    let told = index.toldClusters.contains(id.cluster)
    var row = Row(
      demand: [Demand](repeating: .none, count: index.hosts.count),
      supply: [Supply](repeating: .absent, count: index.hosts.count), own: own)
    if !told { for column in own { row.demand[column] = .untold } }
    addEligible(credentialSpec, &row)
    if id.delivery.isOnHosts {
      fillFromListings(credentialSpec, id.delivery, &row)
      weighWords(credentialSpec, id.delivery, &row)
    } else {
      for service in index.referrers[credentialSpec] { addReplicas(of: service, credentialSpec, &row) }
      for service in index.formerReferrers[credentialSpec] { addLeftovers(of: service, credentialSpec, &row) }
      doubtUntoldReplicas(credentialSpec, &row)
    }
    return row
  }

  /// The cells and figures of a row.
  func cells(_ row: Row, delivery: Delivery) -> (cells: [UInt8], figures: Figures) {
    let table = delivery.isOnHosts ? onHosts : orchestrated
    var cells = [UInt8](repeating: Cell.blank.bits, count: row.demand.count)
    var combinations = CellTable.Tally()
    for column in row.own {
      let key = CellTable.key(row.demand[column], row.supply[column])
      cells[column] = table.bits(key)
      combinations.count(key)
    }
    return (cells, table.figures(combinations, delivery: delivery))
  }

  /// A host that one of the services may run on is eligible; verdicts are joined once a class of hosts.
  private func addEligible(_ credentialSpec: Int, _ row: inout Row) {
    guard let first = index.referrers[credentialSpec].first else { return }
    var verdicts = index.eligibility.verdicts(service: first)
    for service in index.referrers[credentialSpec].dropFirst() {
      let others = index.eligibility.verdicts(service: service)
      for place in verdicts.indices where verdicts[place] != EligibilityTable.Verdict.eligible {
        verdicts[place] = others[place] == EligibilityTable.Verdict.refused ? verdicts[place] : others[place]
      }
    }
    let classes = index.eligibility.classOfHost
    for column in row.own {
      switch verdicts[Int(classes[column])] {
      case EligibilityTable.Verdict.eligible: row.demand[column] = .eligible
      case EligibilityTable.Verdict.unknown: row.demand[column] = .eligibilityUnknown
      default: break
      }
    }
  }

  private func fillFromListings(_ credentialSpec: Int, _ delivery: Delivery, _ row: inout Row) {
    let listings = index.listings(delivery)
    let withoutCopy = listings.supplyWithoutCopy(
      of: snapshot.structure.credentialSpecs[credentialSpec].id.name)
    for column in row.own { row.supply[column] = withoutCopy[column] }
    for held in snapshot.structure.heldCopies[credentialSpec] {
      let column = Int(index.columnOfHost[Int(held.host)])
      if column >= 0 { row.supply[column] = held.supply }
    }
  }

  /// Weighs what listings show against what the replicas there say. Of two replicas the one that spoke last is right; of
  /// two at one time the one that lacks it.
  private func weighWords(_ credentialSpec: Int, _ delivery: Delivery, _ row: inout Row) {
    var words = [Supply](repeating: .unknown, count: row.supply.count)
    var spokenAt = [Int64](repeating: .min, count: row.supply.count)
    for service in index.referrers[credentialSpec] + index.formerReferrers[credentialSpec] {
      let bucket = snapshot.replicas[index.services[service]]
      let demands = !index.references[service].isEmpty
      let concerned = demands ? [] : handOvers(of: bucket, naming: credentialSpec)
      for placement in bucket.placements {
        let column = Int(index.columnOfHost[Int(placement.host)])
        if column < 0 || (!demands && !concerned.contains(placement.handOver)) { continue }
        if demands { row.demand[column] = .running }
        guard placement.wordsOnHostCopies != .unknown else { continue }
        if words[column] == .unknown || placement.spokenAt > spokenAt[column] {
          words[column] = placement.wordsOnHostCopies
        } else if placement.spokenAt == spokenAt[column] {
          words[column] = words[column].joined(with: placement.wordsOnHostCopies)
        }
        spokenAt[column] = max(spokenAt[column], placement.spokenAt)
      }
    }
    let listedAt = index.listings(delivery).listedAt
    for column in row.own where words[column] != .unknown {
      row.supply[column] = row.supply[column].weighed(
        against: words[column],
        isLater: listedAt[column] != nil && (listedAt[column] ?? .max) < spokenAt[column])
    }
  }

  /// Replicas of a service that refers to it: what each was handed, judged once a distinct hand-over.
  private func addReplicas(of service: Int, _ credentialSpec: Int, _ row: inout Row) {
    let bucket = snapshot.replicas[index.services[service]]
    let slots = index.references[service].filter { $0.credentialSpec == credentialSpec }.map(\.slot)
    let supplies = bucket.handOvers.map {
      replicaSupply.supply(of: $0, credentialSpec: credentialSpec, slots: slots)
    }
    for placement in bucket.placements {
      let column = Int(index.columnOfHost[Int(placement.host)])
      guard column >= 0 else { continue }
      let supply = supplies[Int(placement.handOver)]
      row.supply[column] =
        row.demand[column] == .running ? row.supply[column].joined(with: supply) : supply
      row.demand[column] = .running
    }
  }

  /// Where the replicas of a service were not all read, one may be at each host that it may be scheduled on, and another
  /// beside those that are known and well.
  private func doubtUntoldReplicas(_ credentialSpec: Int, _ row: inout Row) {
    let untold = index.referrers[credentialSpec].contains { service in
      !snapshot.tellsReplicas(ofService: index.services[service])
    }
    if !untold { return }
    for column in row.own {
      switch (row.demand[column], row.supply[column]) {
      case (.eligible, .absent), (.running, .current), (.running, .present): row.supply[column] = .unknown
      default: break
      }
    }
  }

  /// Contents of a service that asks for none any more are a copy; the lack of them is nobody's trouble.
  private func addLeftovers(of service: Int, _ credentialSpec: Int, _ row: inout Row) {
    let bucket = snapshot.replicas[index.services[service]]
    let concerned = handOvers(of: bucket, naming: credentialSpec)
    for placement in bucket.placements where concerned.contains(placement.handOver) {
      let column = Int(index.columnOfHost[Int(placement.host)])
      guard column >= 0 else { continue }
      let handed = bucket.handOvers[Int(placement.handOver)]
      let supply = replicaSupply.supply(of: handed, credentialSpec: credentialSpec, slots: [])
      if !supply.isCopy { continue }
      row.supply[column] = row.supply[column].isCopy ? row.supply[column].joined(with: supply) : supply
    }
  }

  private func handOvers(of bucket: ReplicaBucket, naming credentialSpec: Int) -> Set<Int32> {
    let id = snapshot.structure.credentialSpecs[credentialSpec].id
    let matching = bucket.handOvers.indices.filter { place in
      bucket.handOvers[place].contains { $0.credentialSpec == id }
    }
    return Set(matching.map(Int32.init))
  }
}
