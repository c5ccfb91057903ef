// The replicas of one service, with what the faces read of them packed tightly.

/// The replicas of one service.
public struct ReplicaBucket: Sendable {
  /// Rises whenever a replica of the service changes; equal revisions in snapshots of one structure are equal replicas.
  public private(set) var revision = 0
  /// The replicas, finished ones among them, in no order.
  public private(set) var replicas: [PlacedReplica] = []
  /// What the faces read of the replicas that are placed and not finished, in no order. Plain values: 150,000 of them
  /// are walked for a picture without touching the replicas themselves.
  private(set) var placements: [Placement] = []
  /// The distinct hand-overs that `placements` speak of; replicas of one template share theirs.
  private(set) var handOvers: [[HandedIdentity]] = []

  /// A replica that is assigned to a host and has not ended.
  struct Placement: Sendable {
    /// The host's index in the structure.
    let host: Int32
    /// The replica's index in `replicas`.
    let replica: Int32
    /// The index of what it was handed, in `handOvers`.
    let handOver: Int32
    /// When the replica reached its state or had its trouble, in milliseconds; the smallest number where not told.
    let spokenAt: Int64
    /// Running, starting or failing.
    let state: ReplicaState
    /// What its words say of files and registry values at its host; `unknown` where nothing.
    let wordsOnHostCopies: Supply
  }

  init(_ replicas: [PlacedReplica] = []) {
    self.replicas = replicas
    place()
  }

  /// Where a replica stands.
  func place(of name: String) -> Int? { replicas.firstIndex { $0.replica.name == name } }

  /// Changes a replica, or adds it where it has no place. `finishChanges` must follow, once after all changes.
  mutating func put(_ replica: PlacedReplica, at place: Int?) {
    if let place { replicas[place] = replica } else { replicas.append(replica) }
  }

  /// Takes a replica out. `finishChanges` must follow, once after all changes.
  mutating func remove(at place: Int) {
    replicas.swapAt(place, replicas.count - 1)
    replicas.removeLast()
  }

  /// Packs what changed for the faces.
  mutating func finishChanges() {
    revision += 1
    place()
  }

  private mutating func place() {
    placements.removeAll(keepingCapacity: true)
    handOvers.removeAll()
    for (place, placed) in replicas.enumerated()
    where placed.hostIndex >= 0 && placed.replica.state != .finished {
      let replica = placed.replica
      placements.append(
        Placement(
          host: placed.hostIndex, replica: Int32(place), handOver: handOver(of: replica),
          spokenAt: (replica.trouble?.at ?? replica.since)?.milliseconds ?? .min, state: replica.state,
          wordsOnHostCopies: Supply(inWordsOf: replica)))
    }
  }

  /// The newest hand-over is asked first: equal ones come in rows, and equal arrays are mostly one array.
  private mutating func handOver(of replica: Replica) -> Int32 {
    if let known = handOvers.lastIndex(of: replica.handed) { return Int32(known) }
    handOvers.append(replica.handed)
    return Int32(handOvers.count - 1)
  }
}

/// A replica and the index of its host.
public struct PlacedReplica: Sendable {
  /// The replica.
  public var replica: Replica
  /// The host's index in the structure; nil while unscheduled.
  public var host: Int? { hostIndex < 0 ? nil : Int(hostIndex) }
  let hostIndex: Int32
}
