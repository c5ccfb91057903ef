// The facts of a swarm as slices: joined anew where nodes, services or configs changed, and by service where only tasks did.

internal import DashboardModel

/// What was last published of a swarm, and how it changes.
struct SwarmPicture {
  private let cluster: ClusterName
  private var resolution: SwarmResolution?
  private var handed: Set<CredentialSpecID> = []
  private var replicas: [String: [Replica]] = [:]
  private(set) var facts = Facts()
  private(set) var revision = 0
  private(set) var recent = RecentChanges()

  init(cluster: ClusterName) { self.cluster = cluster }

  /// Takes up what an answer changed.
  mutating func update(
    _ store: SwarmStore, _ change: SwarmChange, configNames: [String: String], coverage: [CoverageEntry]
  ) {
    let isCoverageKept = coverage == facts.coverage
    if change.isEmpty, isCoverageKept { return }
    revision += 1
    let changes = change.isStructural || !isCoverageKept ? nil : replicaChanges(store, change.services)
    if let changes {
      recent.add(changes, revision: revision)
    } else {
      join(store, configNames)
      facts.coverage = coverage
      recent.restart(at: revision)
    }
    facts.skippedReplicas = store.skippedTasks
    facts.replicas = SharingList(replicas.sorted { $0.key < $1.key }.flatMap(\.value))
  }

  private mutating func join(_ store: SwarmStore, _ configNames: [String: String]) {
    let services = store.services
    let tasks = store.servicesWithTasks.flatMap { store.tasks(of: $0) }
    var resolution = SwarmResolution(
      configs: store.configs, configNames: [cluster: configNames], services: services, tasks: tasks)
    facts.hosts = resolution.named(store.hosts)
    facts.services = services.map { resolution.resolved($0) }
    facts.credentialSpecs = resolution.credentialSpecs()
    handed = Set(tasks.flatMap { $0.replica.handed.map(\.credentialSpec) })
    replicas = [:]
    for service in store.servicesWithTasks {
      let placed = resolution.replicas(store.tasks(of: service))
      if !placed.isEmpty { replicas[service] = placed }
    }
    self.resolution = resolution
  }

  /// The changes of replicas of some services; nil where one is handed what no task was handed before, so that more than
  /// replicas changes.
  private mutating func replicaChanges(_ store: SwarmStore, _ services: Set<String>) -> [ReplicaChange]? {
    guard var resolution else { return nil }
    var changes: [ReplicaChange] = []
    for service in services.sorted() {
      let tasks = store.tasks(of: service)
      guard tasks.allSatisfy({ $0.replica.handed.allSatisfy { handed.contains($0.credentialSpec) } }) else {
        return nil
      }
      let placed = resolution.replicas(tasks)
      changes += Self.changes(from: replicas[service] ?? [], to: placed)
      replicas[service] = placed.isEmpty ? nil : placed
    }
    self.resolution = resolution
    return changes
  }

  private static func changes(from old: [Replica], to new: [Replica]) -> [ReplicaChange] {
    var known = Dictionary(old.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    var changes: [ReplicaChange] = []
    for replica in new {
      if known.removeValue(forKey: replica.name) != replica { changes.append(.changed(replica)) }
    }
    let gone = known.values.sorted { $0.name < $1.name }.map { replica in
      ReplicaChange.removed(
        cluster: replica.cluster, namespace: replica.namespace, name: replica.name, owner: replica.owner)
    }
    return gone + changes
  }
}
