// Face 2: where does each service run, and were its replicas there handed their identity?

/// Fills rows of the second face: a service a row, a host a column.
struct ServiceByHost {
  let snapshot: Snapshot
  let index: CubeIndex

  /// The cells of a service's row, from the first face's rows of the credential specs that it refers to.
  func cells(_ service: Int, credentialSpecByHost: StateMatrix) -> [UInt8] {
    var cells = eligibleCells(service)
    for (column, replicas) in tally(service) {
      cells[column] = cell(replicas, service, column, credentialSpecByHost).bits
    }
    return cells
  }

  private func eligibleCells(_ service: Int) -> [UInt8] {
    let verdicts = index.eligibility.verdicts(service: service)
    let eligible = Cell(.eligible).bits
    return index.eligibility.classOfHost.map { verdicts[Int($0)] == 1 ? eligible : Cell.blank.bits }
  }

  /// The replicas of a service at each host column, finished ones left out.
  func tally(_ service: Int) -> [Int: ReplicaTally] {
    var tallies: [Int: ReplicaTally] = [:]
    for placed in snapshot.replicas[index.services[service]].replicas {
      guard let host = placed.host, placed.replica.state != .finished else { continue }
      let column = Int(index.columnOfHost[host])
      if column >= 0 { tallies[column, default: ReplicaTally()].count(placed.replica.state) }
    }
    return tallies
  }

  private func cell(
    _ replicas: ReplicaTally, _ service: Int, _ column: Int, _ first: StateMatrix
  ) -> Cell {
    var worst = Cell(replicas.running > 0 ? .running : .starting)
    if replicas.failing > 0 { worst = Cell(.failing) }
    for reference in index.references[service] {
      let cell = first[reference.credentialSpec, column]
      if cell.state < .deployed, cell.state < worst.state { worst = cell }
    }
    return worst
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
