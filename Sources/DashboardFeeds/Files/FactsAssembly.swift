// From what all files of a feed said to one set of facts.

import DashboardModel

/// Joins file readings: duplicates go, Swarm's IDs become names, endpoints are joined, coverage follows.
struct FactsAssembly {
  private(set) var facts = Facts()
  private(set) var notes: [UnreadableItem] = []
  /// Kinds that were not followed any more when a snapshot was taken.
  private(set) var troubles: [KindTrouble] = []
  private var tasks: [SwarmTask] = []
  private var configs: [SwarmConfig] = []

  init(_ readings: [FileReading], listings: [HostListing] = [], hosts: [Host] = []) {
    let merge = ObjectMerge(readings)
    let replicas = readings.reduce(0) { sum, reading in
      sum + reading.objects.count { if case .replica = $0.facts { true } else { false } }
    }
    facts.replicas.reserveCapacity(replicas)
    for (file, reading) in readings.enumerated() {
      for (index, object) in reading.objects.enumerated() where !merge.dropped[file][index] {
        add(object)
      }
      facts.skippedReplicas += reading.skippedReplicas
      addSnapshot(reading)
    }
    notes += merge.notes
    resolveSwarm(readings)
    facts.endpoints = EndpointMerge.merged(facts.endpoints)
    facts.coverage += CoverageMerge.entries(readings.flatMap(\.lists))
    facts.listings += listings
    facts.hosts += hosts
  }

  private mutating func add(_ object: ReadObject) {
    switch object.facts {
    case .replica(let replica): facts.replicas.append(replica)
    case .task(let task): tasks.append(task)
    case .config(let config): configs.append(config)
    case .facts(let box): facts.append(box.facts)
    case .nothing: break
    }
  }

  /// A snapshot's feeds are one here; a feed that was broken or old when the snapshot was taken is said to have been.
  private mutating func addSnapshot(_ reading: FileReading) {
    let newest = reading.snapshot.compactMap(\.observedAt).max()
    for slice in reading.snapshot {
      facts.append(slice.facts)
      notes += slice.unreadable
      troubles += slice.troubles
      let reasons = [Self.breakage(of: slice), Self.age(of: slice, beside: newest)].compactMap(\.self)
      notes += reasons.map { UnreadableItem(source: reading.source, reason: $0) }
    }
  }

  private static func breakage(of slice: FeedSlice) -> String? {
    guard let outage = slice.status.outage else { return nil }
    return "feed \(slice.feed.text) was broken when the snapshot was taken, "
      + "since \(outage.since.text): \(outage.reason)"
  }

  private static func age(of slice: FeedSlice, beside newest: Timestamp?) -> String? {
    guard let observed = slice.observedAt, let interval = slice.interval, let newest,
      observed.isOld(at: newest, lookingEvery: interval)
    else { return nil }
    return "feed \(slice.feed.text) was old when the snapshot was taken: its facts are of \(observed.text)"
  }

  private mutating func resolveSwarm(_ readings: [FileReading]) {
    guard
      !tasks.isEmpty || !configs.isEmpty || facts.hosts.contains(where: { $0.nodeID != nil })
        || facts.services.contains(where: { $0.id.kind == .swarmService })
    else { return }
    var names: [ClusterName: [String: String]] = [:]
    for reading in readings {
      for (cluster, more) in reading.configNames {
        names[cluster, default: [:]].merge(more) { _, last in last }
      }
    }
    var resolution = SwarmResolution(
      configs: configs, configNames: names, services: facts.services, tasks: tasks
    )
    facts.hosts = resolution.named(facts.hosts)
    facts.services = facts.services.map { resolution.resolved($0) }
    facts.replicas += resolution.replicas(tasks)
    facts.credentialSpecs += resolution.credentialSpecs()
  }
}

/// Joins what several objects say of one Service's endpoints.
enum EndpointMerge {
  /// One entry a Service, with the largest count that any of its objects tells: Endpoints and EndpointSlices mirror each
  /// other, and only whether anybody is ready decides anything.
  static func merged(_ endpoints: [ServiceEndpoints]) -> [ServiceEndpoints] {
    var byService: [ServiceEndpoints: Int] = [:]
    var joined: [ServiceEndpoints] = []
    for entry in endpoints {
      var key = entry
      key.readyAddresses = nil
      key.selector = nil
      guard let place = byService[key] else {
        byService[key] = joined.count
        joined.append(entry)
        continue
      }
      if let ready = entry.readyAddresses {
        joined[place].readyAddresses = max(joined[place].readyAddresses ?? 0, ready)
      }
      joined[place].selector = joined[place].selector ?? entry.selector
    }
    return joined
  }
}
