// Which replicas of a service fail with known texts: their own words, those of events about them, and the controller's.

/// A pod by its name, as events speak of it.
struct PodKey: Hashable {
  let cluster: ClusterName
  let namespace: String
  let name: String

  init(cluster: ClusterName, namespace: String, name: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
  }

  init(_ replica: Replica) {
    self.init(cluster: replica.cluster, namespace: replica.namespace, name: replica.name)
  }
}

/// An event about a pod, with what it means.
struct PodEvent {
  let trouble: Trouble
  let fault: RuntimeFault
}

extension PodEvent {
  /// Events about pods that carry a known fault, the latest a pod.
  static func latest(among events: [ClusterEvent]) -> [PodKey: PodEvent] {
    var reader = RuntimeFaultReader()
    var found: [PodKey: PodEvent] = [:]
    for event in events where event.object.kind == "Pod" {
      guard let fault = reader.fault(in: event.trouble.message) else { continue }
      let key = PodKey(cluster: event.cluster, namespace: event.namespace, name: event.object.name)
      if let other = found[key], let at = event.trouble.at, let earlier = other.trouble.at, at < earlier {
        continue
      }
      found[key] = PodEvent(trouble: event.trouble, fault: fault)
    }
    return found
  }
}

/// The known failures of one service.
struct FailureInquiry {
  /// A fault and where it was met.
  struct Failure {
    let fault: RuntimeFault
    var count = 0
    /// Indices into the structure's hosts.
    var hosts: Set<Int> = []
    var facts: [Evidence] = []
  }

  private(set) var failures: [Failure] = []
  private let picture: Picture
  private let row: Int
  private let service: Service
  /// A finished replica tells of a failure only where replicas are meant to end.
  private var endsByItself: Bool { [.job, .cronJob, .pod].contains(service.id.kind) }

  init(_ picture: Picture, _ row: Int) {
    self.picture = picture
    self.row = row
    service = picture.service(row)
  }

  mutating func read(_ reader: inout RuntimeFaultReader) {
    let bucket = picture.snapshot.replicas[picture.index.services[row]]
    for placement in bucket.placements where placement.state != .running {
      read(bucket.replicas[Int(placement.replica)], picture.index.podEvents, &reader)
    }
    if endsByItself, let last = newestFinished(in: bucket) { read(last, [:], &reader) }
    if service.wantedReplicas == 0 { return }
    for trouble in service.troubles {
      guard let fault = reader.fault(in: trouble.message), fault.known.rule == RuntimeError.card.id else {
        continue
      }
      add(fault, trouble, host: nil, isReplica: false)
    }
  }

  /// A run that went well after one that failed leaves nothing to tell.
  private func newestFinished(in bucket: ReplicaBucket) -> PlacedReplica? {
    let isBusy = bucket.placements.contains { $0.state == .running }
    return isBusy
      ? nil
      : bucket.replicas.filter { $0.replica.state == .finished }
        .max { ($0.replica.since?.milliseconds ?? .min) < ($1.replica.since?.milliseconds ?? .min) }
  }

  private mutating func read(
    _ placed: PlacedReplica, _ events: [PodKey: PodEvent], _ reader: inout RuntimeFaultReader
  ) {
    let replica = placed.replica
    if let trouble = replica.trouble, let fault = reader.fault(in: trouble.message) {
      if !isTold(fault) { add(fault, trouble, host: placed.host, isReplica: true) }
      return
    }
    if let event = events[PodKey(replica)], !isTold(event.fault) {
      add(event.fault, event.trouble, host: placed.host, isReplica: true)
    }
  }

  /// Whether another rule tells of it from the same facts, with more to say: a file that is not there is GMSA101, a
  /// config that is not there GMSA201 where the configs were read; refusals of the scheduler and of admission never are
  /// a replica's own.
  private func isTold(_ fault: RuntimeFault) -> Bool {
    switch fault.known.rule {
    case "GMSA101": service.template.references.contains { $0.credentialSpec.delivery.isOnHosts }
    case "GMSA201": picture.serviceByCredentialSpec.rowCounts[row][.dangling] > 0
    case "GMSA404", "GMSA405", "GMSA402", "GMSA801", nil: true
    default: false
    }
  }

  private mutating func add(_ fault: RuntimeFault, _ trouble: Trouble, host: Int?, isReplica: Bool) {
    let known = failures.firstIndex { $0.fault == fault }
    let place = known ?? failures.count
    if known == nil { failures.append(Failure(fault: fault)) }
    if isReplica { failures[place].count += 1 }
    if let host { failures[place].hosts.insert(host) }
    if failures[place].facts.count < NameList.shown {
      failures[place].facts.append(
        Evidence(object: trouble.object, field: trouble.reason, value: trouble.message, at: trouble.at))
    }
  }
}
