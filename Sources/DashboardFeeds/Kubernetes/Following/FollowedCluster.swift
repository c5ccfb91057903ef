// What is known of one cluster by its lists: pure, fed with news, asked for facts.

import DashboardModel

/// The lists of a cluster and what they hold.
struct FollowedCluster: Sendable {
  /// A list with what it holds.
  struct List: Sendable {
    let subject: ListSubject
    var status = ListStatus()
    var objects = ObjectStore()
    var pods = ReplicaStore()
    /// What could not be read, since the list was last read whole.
    var unreadable: [UnreadableItem] = []
    /// Those of the whole list that is on its way.
    var unreadableInRound: [UnreadableItem]?

    var isOfPods: Bool { subject.row.kind == .pod }
    var kept: Int { isOfPods ? pods.count : objects.counts.kept }
    var skipped: Int { isOfPods ? pods.skipped : objects.counts.all - objects.counts.kept }
  }

  let cluster: ClusterName
  private(set) var lists: [Int: List] = [:]
  private var nextID = 0
  /// Rises when facts change.
  private(set) var revision = 0
  private(set) var recent = RecentChanges()
  /// Facts other than replicas, as far as they are made.
  private var others: Facts?

  init(cluster: ClusterName) { self.cluster = cluster }

  /// Adds a list; its number.
  mutating func add(_ subject: ListSubject) -> Int {
    defer { nextID += 1 }
    lists[nextID] = List(subject: subject)
    others = nil
    return nextID
  }

  /// Takes a list away with all that it holds.
  mutating func drop(_ id: Int) {
    lists[id] = nil
    changeStructure()
  }

  /// Whether of every list it is known by now what it holds, or why not.
  var isSettled: Bool { lists.values.allSatisfy(\.status.isSettled) }

  // MARK: News

  /// Takes news up; false: an object came whose place in time cannot be told.
  mutating func take(_ news: ListNews, of id: Int) -> Bool {
    // Taken out, so that it is changed in place.
    guard var list = lists.removeValue(forKey: id) else { return true }
    var outcome = ReplicaStore.Outcome()
    let before = list.status
    for step in news.steps { Self.take(step, &list, &outcome) }
    // Of a list that is read for the first time nobody has an older slice.
    if before.standing == .unknown, !news.steps.isEmpty { outcome.isStructural = true }
    list.status = news.status
    if before.standing != list.status.standing || (before.trouble == nil) != (list.status.trouble == nil) {
      // What is covered hangs on it.
      outcome.isStructural = true
    }
    lists[id] = list
    if outcome.isStructural {
      changeStructure()
    } else if !outcome.changes.isEmpty {
      revision += 1
      recent.add(outcome.changes, revision: revision)
    }
    return !outcome.isDoubtful
  }

  private mutating func changeStructure() {
    revision += 1
    recent.restart(at: revision)
    others = nil
  }

  private static func take(
    _ step: ListNews.Step, _ list: inout List, _ outcome: inout ReplicaStore.Outcome
  ) {
    switch step {
    case .unreadable(let item):
      outcome.isStructural = true
      if list.unreadableInRound?.append(item) == nil { list.unreadable.append(item) }
    case .beginWhole: list.unreadableInRound = []
    case .endWhole:
      if let read = list.unreadableInRound, read != list.unreadable {
        list.unreadable = read
        outcome.isStructural = true
      }
      list.unreadableInRound = nil
    case .clear: list.unreadable = []
    case .put, .remove: break
    }
    if list.isOfPods {
      takePod(step, &list.pods, &outcome)
    } else {
      takeObject(step, &list.objects, &outcome)
    }
  }

  private static func takePod(
    _ step: ListNews.Step, _ pods: inout ReplicaStore, _ outcome: inout ReplicaStore.Outcome
  ) {
    switch step {
    case .beginWhole: pods.beginWhole()
    case .endWhole: pods.endWhole(&outcome)
    case .clear: pods.clear(&outcome)
    case .put(let object, let isLate): pods.put(object, isLate: isLate, &outcome)
    case .remove(let object): pods.remove(object, &outcome)
    case .unreadable: break
    }
  }

  private static func takeObject(
    _ step: ListNews.Step, _ objects: inout ObjectStore, _ outcome: inout ReplicaStore.Outcome
  ) {
    switch step {
    case .beginWhole: objects.beginWhole()
    case .endWhole: if objects.endWhole() { outcome.isStructural = true }
    case .clear: if objects.clear() { outcome.isStructural = true }
    case .put(let object, let isLate):
      let (isChanged, isDoubtful) = objects.put(object, isLate: isLate)
      if isChanged { outcome.isStructural = true }
      if isDoubtful { outcome.isDoubtful = true }
    case .remove(let object): if objects.remove(object) { outcome.isStructural = true }
    case .unreadable: break
    }
  }

  // MARK: Facts

  /// Everything that is known. Cost after changes of replicas alone: nothing.
  mutating func facts() -> Facts {
    var facts = others ?? makeOthers()
    others = facts
    let own = facts.replicas
    var replicas = SharingList<Replica>()
    for list in lists.values where list.isOfPods {
      // The first list is taken over whole, and shares its pieces with the store.
      replicas += list.pods.replicas
      facts.skippedReplicas += list.pods.skipped
    }
    replicas += own
    facts.replicas = replicas
    return facts
  }

  private func makeOthers() -> Facts {
    var facts = Facts()
    for list in lists.values {
      for box in list.objects.boxes { facts.append(box.facts) }
      for box in list.pods.boxes.values { facts.append(box.facts) }
    }
    facts.endpoints = EndpointMerge.merged(facts.endpoints)
    facts.coverage = FollowedCoverage(self).entries
    return facts
  }

  /// What could not be read, with the list that it was in.
  var unreadable: [UnreadableItem] { lists.sorted { $0.key < $1.key }.flatMap(\.value.unreadable) }

  /// The services that stand behind the webhook of credential specs, as `namespace/name`.
  var webhookServices: Set<String> {
    let boxes = lists.values.filter { $0.subject.row.concerns == .webhooks }.flatMap(\.objects.boxes)
    return Set(boxes.flatMap(\.facts.webhooks).filter(\.isForCredentialSpecs).compactMap(\.service))
  }
}
