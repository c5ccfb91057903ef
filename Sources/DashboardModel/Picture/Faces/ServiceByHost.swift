// Face 2: where does each service run, and were its replicas there handed their identity?

/// Fills rows of the second face: a service a row, a host a column.
struct ServiceByHost {
  let snapshot: Snapshot
  let index: CubeIndex

  /// The cells of a service's row, from the first face's rows of the credential specs that it refers to.
  func cells(_ service: Int, credentialSpecByHost: StateMatrix) -> [UInt8] {
    var cells = eligibleCells(service)
    let starting = Cell(.starting)
    let isTemplateTold = snapshot.templateGap(ofService: index.services[service]) == nil
    let running = Cell(isTemplateTold ? .running : .unverified)
    // States are in the order of severity, so that of two replicas the worse is the smaller; but one that runs is more
    // than one that starts, and `starting` is drawn only where no other replica is.
    for placement in snapshot.replicas[index.services[service]].placements {
      let column = Int(index.columnOfHost[Int(placement.host)])
      guard column >= 0 else { continue }
      let known = Cell(bits: cells[column]).state
      switch placement.state {
      case .failing: cells[column] = Cell(.failing).bits
      case .running where known != .failing: cells[column] = running.bits
      case .starting where known != .failing && known != running.state: cells[column] = starting.bits
      default: break
      }
    }
    for reference in index.references[service] {
      addWorse(reference.credentialSpec, service, credentialSpecByHost, &cells)
    }
    return cells
  }

  private func eligibleCells(_ service: Int) -> [UInt8] {
    let isTold = snapshot.tellsReplicas(ofService: index.services[service])
    let eligible = Cell(isTold ? .eligible : .unverified).bits
    let blank = Cell.blank.bits
    let cellOfClass = index.eligibility.verdicts(service: service)
      .map { $0 == EligibilityTable.Verdict.eligible ? eligible : blank }
    return index.eligibility.classOfHost.map { cellOfClass[Int($0)] }
  }

  /// Where a replica is, what the first face says of its credential spec there counts too, if it is worse.
  private func addWorse(_ credentialSpec: Int, _ service: Int, _ first: StateMatrix, _ cells: inout [UInt8]) {
    for placement in snapshot.replicas[index.services[service]].placements {
      let column = Int(index.columnOfHost[Int(placement.host)])
      guard column >= 0 else { continue }
      let cell = first[credentialSpec, column]
      if cell.state < .deployed, cell.state < Cell(bits: cells[column]).state { cells[column] = cell.bits }
    }
  }

  /// The replicas of a service at a host column, finished ones left out.
  func tally(_ service: Int, column: Int) -> ReplicaTally {
    var tally = ReplicaTally()
    let host = Int32(index.hosts[column])
    for placement in snapshot.replicas[index.services[service]].placements where placement.host == host {
      tally.count(placement.state)
    }
    return tally
  }

  /// The host columns where a service has replicas that have not ended, each once, ascending.
  func columns(_ service: Int) -> [Int] {
    let placements = snapshot.replicas[index.services[service]].placements
    return Set(placements.map { Int(index.columnOfHost[Int($0.host)]) }).filter { $0 >= 0 }.sorted()
  }
}

/// The replicas of one service at one host, by state.
public struct ReplicaTally: Hashable, Sendable {
  /// Running replicas.
  public var running = 0
  /// Replicas on their way.
  public var starting = 0
  /// Broken replicas.
  public var failing = 0
  /// Ended replicas.
  public var finished = 0

  /// No replicas.
  public init() {}

  mutating func count(_ state: ReplicaState) {
    switch state {
    case .running: running += 1
    case .starting: starting += 1
    case .failing: failing += 1
    case .finished: finished += 1
    }
  }

  /// All that have not ended.
  public var unfinished: Int { running + starting + failing }
}
