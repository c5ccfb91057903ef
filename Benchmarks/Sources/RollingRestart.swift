// A rolling restart of a large cluster, as a watch would tell of it: five changes a pod, the same in every run.

import DashboardModel

/// Pods of some deployments that are restarted one after the other, for ever.
struct RollingRestart {
  static let cluster: ClusterName = "bench"
  private(set) var facts = Facts()
  private(set) var step = 0
  private var random: UInt64 = 88_172_645_463_325_252
  private let hosts: Int
  private let services: Int
  private var place = 0
  private var generation = 0
  private let templates: [SharedTemplate]
  private let handed: [[HandedIdentity]]

  /// A fleet in which all pods run.
  init(pods: Int, hosts: Int, services: Int) {
    self.hosts = hosts
    self.services = services
    let ids = (0..<services).map {
      CredentialSpecID(cluster: Self.cluster, delivery: .customResource, name: "gmsa-\($0 % 50)")
    }
    let contents = CredentialSpecContents(canonical: #"{"CmsPlugins":["ActiveDirectory"]}"#, account: "web")
    templates = ids.map { id in
      var template = WorkloadTemplate()
      template.references = [CredentialSpecReference(slot: .whole, credentialSpec: id)]
      template.scheduling.nodeSelector = ["kubernetes.io/os": "windows"]
      return SharedTemplate(template)
    }
    handed = ids.map { [HandedIdentity(slot: .whole, credentialSpec: $0, contents: .given(contents))] }
    facts.coverage = FactKind.allCases.map {
      CoverageEntry(cluster: Self.cluster, kind: $0, coverage: .everything)
    }
    for host in 0..<hosts {
      var node = Host(id: HostID(cluster: Self.cluster, name: "win-\(host)"), operatingSystem: .windows)
      node.labels = ["kubernetes.io/os": "windows", "kubernetes.io/hostname": "win-\(host)"]
      facts.hosts.append(node)
    }
    for id in Set(ids) { facts.credentialSpecs.append(CredentialSpec(id: id, contents: contents)) }
    for service in 0..<services {
      let id = ServiceID(
        cluster: Self.cluster, namespace: "team-\(service % 20)", kind: .deployment, name: "svc-\(service)")
      facts.services.append(Service(id: id, template: templates[service].template))
      facts.ownerLinks.append(link(service, generation: 0))
      facts.ownerLinks.append(link(service, generation: 1))
    }
    for pod in 0..<pods { facts.replicas.append(self.pod(pod, state: .running, at: 0)) }
  }

  private func link(_ service: Int, generation: Int) -> OwnerLink {
    OwnerLink(
      cluster: Self.cluster, namespace: "team-\(service % 20)",
      object: OwnerReference(kind: "ReplicaSet", name: Self.set(service, generation)),
      owner: OwnerReference(kind: "Deployment", name: "svc-\(service)"))
  }

  private static func set(_ service: Int, _ generation: Int) -> String {
    "svc-\(service)-\(generation.isMultiple(of: 2) ? "7c9f8b6d5" : "5d4c8b7f9")"
  }

  private mutating func letters(_ count: Int) -> String {
    let alphabet = Array("bcdfghjklmnpqrstvwxz2456789")
    return String(
      (0..<count).map { _ in
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        return alphabet[Int(random % UInt64(alphabet.count))]
      })
  }

  private mutating func pod(_ number: Int, state: ReplicaState, at second: Int) -> Replica {
    let service = number % services
    let owner = OwnerReference(kind: "ReplicaSet", name: Self.set(service, generation))
    return Replica(
      cluster: Self.cluster, namespace: "team-\(service % 20)", name: "\(owner.name)-\(letters(5))",
      owner: owner, hostName: "win-\(Int(random % UInt64(hosts)))", state: state,
      since: Self.start.advanced(by: .seconds(second)), handed: handed[service], template: templates[service])
  }

  static let start = Timestamp(milliseconds: 1_790_000_000_000)

  /// Restarts so many pods: five changes each, in the order in which a watch tells of them.
  mutating func restart(_ count: Int, at second: Int) -> [ReplicaChange] {
    step += 1
    var changes: [ReplicaChange] = []
    for _ in 0..<count {
      let old = facts.replicas[place]
      var ending = old
      ending.state = .finished
      var fresh = pod(place, state: .starting, at: second)
      let host = fresh.hostName
      fresh.hostName = nil
      changes.append(.changed(fresh))
      fresh.hostName = host
      changes.append(.changed(fresh))
      fresh.state = .running
      changes.append(.changed(fresh))
      changes.append(.changed(ending))
      changes.append(
        .removed(cluster: old.cluster, namespace: old.namespace, name: old.name, owner: old.owner))
      facts.replicas[place] = fresh
      place += 1
      if place == facts.replicas.count {
        place = 0
        generation += 1
      }
    }
    return changes
  }
}
