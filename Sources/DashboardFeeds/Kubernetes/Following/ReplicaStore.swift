// The pods of one list: those that matter as replicas, the others as a number.

import DashboardModel

/// The pods of one list. A pod that has nothing to do with credential specs costs a count. Cost: a change O(1), but for
/// one piece of the list that slices share.
struct ReplicaStore: Sendable {
  /// What is kept of a pod beside its replica.
  private struct Entry: Sendable {
    var version: UInt64
    /// Its place in `replicas`; -1: a pod without owner, which is a service too and stands in `boxes`.
    var place: Int32
    /// The whole list that it was last seen in.
    var round: UInt32
  }

  private(set) var replicas: SharingList<Replica> = []
  /// Pods that are their own service.
  private(set) var boxes: [UInt64: FactsBox] = [:]
  /// Pods that were read and not kept.
  private(set) var skipped = 0
  private var entries: [UInt64: Entry] = [:]
  /// The identity of each replica, by its place.
  private var identities: [UInt64] = []
  private var round: UInt32 = 0
  private var skippedInRound = 0
  /// Whether a whole list is on its way.
  private var isInRound = false

  /// How many pods are kept.
  var count: Int { entries.count }

  /// What a step changed.
  struct Outcome {
    var changes: [ReplicaChange] = []
    /// Whether services changed with it.
    var isStructural = false
    /// Whether it cannot be told if the object is news.
    var isDoubtful = false
  }

  mutating func beginWhole() {
    round += 1
    skippedInRound = 0
    isInRound = true
  }

  /// Drops what was not in the whole list.
  mutating func endWhole(_ outcome: inout Outcome) {
    isInRound = false
    skipped = skippedInRound
    let gone = entries.filter { $0.value.round != round }.keys
    if gone.isEmpty { return }
    let before = outcome.changes.count
    for identity in gone { remove(identity, &outcome) }
    tellNamesakes(ofRemovedSince: before, &outcome)
  }

  /// A pod that was made anew under the name of one that is gone was told of before it: it is told of again, since a
  /// reader knows pods by their names.
  private func tellNamesakes(ofRemovedSince start: Int, _ outcome: inout Outcome) {
    var names: Set<[String]> = []
    for case .removed(_, let namespace, let name, _) in outcome.changes[start...] {
      names.insert([namespace, name])
    }
    for replica in replicas where names.contains([replica.namespace, replica.name]) {
      outcome.changes.append(.changed(replica))
    }
  }

  mutating func clear(_ outcome: inout Outcome) {
    for identity in Array(entries.keys) { remove(identity, &outcome) }
    skipped = 0
  }

  mutating func put(_ object: ReadObject, isLate: Bool, _ outcome: inout Outcome) {
    let version = object.revision ?? 0
    if let known = entries[object.identity] {
      // Equal versions are one state, told twice; in a whole list they say that it is still there.
      entries[object.identity]?.round = round
      if version != 0, version <= known.version { return }
      entries[object.identity]?.version = version
    } else if case .nothing = object.facts {
      if isInRound { skippedInRound += 1 } else if !isLate { skipped += 1 }
      return
    } else if isLate {
      outcome.isDoubtful = true
      return
    }
    take(object, version, &outcome)
  }

  private mutating func take(_ object: ReadObject, _ version: UInt64, _ outcome: inout Outcome) {
    let identity = object.identity
    switch object.facts {
    case .replica(let replica):
      if let place = entries[identity]?.place, place >= 0 {
        if replicas[Int(place)] == replica { return }
        replicas[Int(place)] = replica
      } else {
        if boxes.removeValue(forKey: identity) != nil { outcome.isStructural = true }
        entries[identity] = Entry(version: version, place: Int32(replicas.count), round: round)
        replicas.append(replica)
        identities.append(identity)
      }
      outcome.changes.append(.changed(replica))
    case .facts(let box):
      if let place = entries[identity]?.place, place >= 0 { remove(identity, &outcome) }
      entries[identity] = Entry(version: version, place: -1, round: round)
      if boxes.updateValue(box, forKey: identity) != box { outcome.isStructural = true }
    case .nothing, .task, .config: remove(identity, &outcome)
    }
  }

  /// Takes the deletion of a pod up; one that was made anew since then stays.
  mutating func remove(_ object: ReadObject, _ outcome: inout Outcome) {
    if let known = entries[object.identity] {
      if let version = object.revision, version < known.version { return }
      remove(object.identity, &outcome)
    } else if case .nothing = object.facts {
      skipped = max(0, skipped - 1)
    }
  }

  private mutating func remove(_ identity: UInt64, _ outcome: inout Outcome) {
    guard let entry = entries.removeValue(forKey: identity) else { return }
    if boxes.removeValue(forKey: identity) != nil { outcome.isStructural = true }
    guard entry.place >= 0 else { return }
    let (place, gone) = (Int(entry.place), replicas[Int(entry.place)])
    replicas.removeBySwap(at: place)
    let last = identities.removeLast()
    if place < identities.count {
      identities[place] = last
      entries[last]?.place = entry.place
    }
    outcome.changes.append(
      .removed(cluster: gone.cluster, namespace: gone.namespace, name: gone.name, owner: gone.owner))
  }
}
