// Joins what several feeds say into one snapshot: the order of feeds does not count.

extension Snapshot {
  /// Joins the slices of all feeds. Cost: linear in the facts, with one look-up by name a replica.
  ///
  /// `references` names hosts whose copy is the reference for a credential spec on hosts; without one it is what
  /// most hosts hold (semantics.md, face 1, "stale").
  public init(merging slices: [FeedSlice], references: [ReferenceCopy] = []) {
    var facts = Facts()
    for slice in Self.oldestFirst(slices) { facts.append(slice.facts) }
    var join = FactJoin(facts: facts, hasOverlap: slices.count { !$0.facts.replicas.isEmpty } > 1)
    join.resolveServices()
    join.resolveHosts()
    let (structure, buckets) = join.finish(
      unreadable: slices.flatMap(\.unreadable), references: references)
    self.init(structure: structure, replicas: buckets, feeds: slices.map(FeedReport.init(of:)))
  }

  /// What the header says of feeds, before or beside a snapshot of their facts.
  public static func reports(of slices: [FeedSlice]) -> [FeedReport] { slices.map(FeedReport.init(of:)) }

  /// Where two feeds contradict each other the one that was observed last is right; the order of feeds never counts.
  private static func oldestFirst(_ slices: [FeedSlice]) -> [FeedSlice] {
    slices.sorted { left, right in
      let (a, b) = (left.observedAt ?? .distantPast, right.observedAt ?? .distantPast)
      return a == b ? left.feed.text < right.feed.text : a < b
    }
  }

  /// The same facts with the feeds' states as they are now; used when only a state changed.
  public func with(feeds slices: [FeedSlice]) -> Snapshot {
    Snapshot(structure: structure, replicas: replicas, feeds: slices.map(FeedReport.init(of:)))
  }
}

extension Facts {
  /// The clusters that are spoken of. Replicas are asked only where nothing else tells.
  public var clusters: Set<ClusterName> {
    var clusters = Set(coverage.map(\.cluster))
    clusters.formUnion(hosts.lazy.map(\.id.cluster))
    clusters.formUnion(services.lazy.map(\.id.cluster))
    clusters.formUnion(credentialSpecs.lazy.map(\.id.cluster))
    if clusters.isEmpty { clusters.formUnion(replicas.lazy.map(\.cluster)) }
    return clusters
  }
}

extension FeedReport {
  init(of slice: FeedSlice) {
    self.init(
      feed: slice.feed, status: slice.status, observedAt: slice.observedAt, interval: slice.interval,
      clusters: slice.facts.clusters.sorted { $0.text < $1.text }, unreadableCount: slice.unreadable.count,
      troubles: slice.troubles, connection: slice.connection)
  }
}

/// The work of joining, in steps that each need the ones before.
struct FactJoin {
  let facts: Facts
  /// Whether several feeds tell of replicas, so that one replica may be told of twice.
  let hasOverlap: Bool
  let coverage: CoverageTable
  var services: [ServiceID: Service] = [:]
  var ownerToService: [OwnerKey: ServiceID] = [:]
  /// The replica that the template of an inferred service was read off.
  var inferredFrom: [ServiceID: String] = [:]
  var hosts: [HostID: Host] = [:]
  var fileListings: [HostID: HostListing] = [:]
  var registryListings: [HostID: HostListing] = [:]
  var notes: [UnreadableItem] = []

  init(facts: Facts, hasOverlap: Bool) {
    self.facts = facts
    self.hasOverlap = hasOverlap
    coverage = CoverageTable(facts.coverage)
  }

  /// Numbers everything and places the replicas.
  func finish(
    unreadable: [UnreadableItem], references: [ReferenceCopy]
  ) -> (SnapshotStructure, [ReplicaBucket]) {
    let sortedHosts = hosts.values.sorted { $0.id < $1.id }
    let sortedServices = services.values.sorted { $0.id < $1.id }
    var resolver = ReplicaResolver()
    for (index, host) in sortedHosts.enumerated() { resolver.hostIndex[host.id] = Int32(index) }
    for (index, service) in sortedServices.enumerated() { resolver.serviceIndex[service.id] = Int32(index) }
    for (owner, id) in ownerToService { resolver.ownerIndex[owner] = resolver.serviceIndex[id] }
    let buckets = place(with: resolver, count: sortedServices.count)

    let entries = CredentialSpecAxis(join: self, buckets: buckets, references: references).entries()
    for (index, entry) in entries.enumerated() {
      resolver.credentialSpecIndex[CredentialSpecKey(entry.id)] = index
    }
    let structure = SnapshotStructure(
      clusters: clusterNames(hosts: sortedHosts, services: sortedServices, entries: entries),
      hosts: sortedHosts, services: sortedServices, credentialSpecs: entries,
      fileListings: sortedHosts.map { fileListings[$0.id] },
      registryListings: sortedHosts.map { registryListings[$0.id] },
      heldCopies: heldCopies(hosts: sortedHosts, entries: entries, resolver: resolver),
      grants: grantTable(), coverage: coverage, rest: unjoined(), unreadable: unreadable + notes,
      resolver: resolver)
    return (structure, buckets)
  }

  private func place(with resolver: ReplicaResolver, count: Int) -> [ReplicaBucket] {
    var placed = [[PlacedReplica]](repeating: [], count: count)
    for replica in facts.replicas {
      guard let service = resolver.service(of: replica) else { continue }
      placed[Int(service)].append(
        PlacedReplica(replica: replica, hostIndex: resolver.host(of: replica) ?? -1))
    }
    if hasOverlap { placed = placed.map(Self.latest) }
    return placed.map { ReplicaBucket($0) }
  }

  /// Each replica once, as the feed that was observed last tells it.
  private static func latest(_ replicas: [PlacedReplica]) -> [PlacedReplica] {
    var seen: Set<String> = []
    return replicas.reversed().filter { seen.insert($0.replica.name).inserted }.reversed()
  }

  private func grantTable() -> GrantTable {
    GrantTable(roles: facts.roles, bindings: facts.roleBindings) { [coverage] kind, cluster, namespace in
      coverage.includes(kind, in: cluster, namespace: namespace)
    }
  }

  private func unjoined() -> UnjoinedFacts {
    UnjoinedFacts(
      serviceAccounts: facts.serviceAccounts, namespaces: facts.namespaces, webhooks: facts.webhooks,
      endpoints: facts.endpoints, events: facts.events)
  }

  private func clusterNames(
    hosts: [Host], services: [Service], entries: [CredentialSpecEntry]
  ) -> [ClusterName] {
    var names = Set(facts.coverage.map(\.cluster))
    names.formUnion(hosts.map(\.id.cluster))
    names.formUnion(services.map(\.id.cluster))
    names.formUnion(entries.map(\.id.cluster))
    return names.sorted { $0.text < $1.text }
  }
}
