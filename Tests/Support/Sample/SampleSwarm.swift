// The Swarm half of the sample: files copied by hand, and configs that replace them.

import DashboardModel

enum SampleSwarm {
  static let cluster: ClusterName = "north"

  static var facts: Facts {
    var facts = Facts()
    facts.hosts = hosts
    facts.services = services
    facts.replicas = SharingList(replicas)
    facts.credentialSpecs = [
      config("storefront-v1", edition: 1, agoDays: 90), config("storefront-v2", edition: 2, agoDays: 2),
    ]
    facts.coverage = [FactKind.hosts, .services, .replicas, .configs].map {
      CoverageEntry(cluster: cluster, kind: $0, coverage: .everything)
    }
    return facts
  }

  private static var hosts: [Host] {
    let zones = [
      ("win-a-01", "a"), ("win-a-02", "a"), ("win-a-03", "a"), ("win-b-01", "b"), ("win-b-02", "b"),
      ("win-b-03", "b"),
    ]
    var hosts = zones.map { name, zone in
      var host = Host(id: HostID(cluster: cluster, name: name), operatingSystem: .windows)
      host.labels = ["zone": zone]
      host.architecture = "x86_64"
      host.role = "worker"
      host.isReady = true
      return host
    }
    var manager = Host(id: HostID(cluster: cluster, name: "lnx-m-01"), operatingSystem: .linux)
    manager.role = "manager"
    hosts.append(manager)
    return hosts
  }

  private static var services: [Service] {
    [
      service("ledger-api", file("ledger.json"), zone: "a"),
      service("payroll", file("payroll.json"), zone: "b"),
      service("badge-reader", file("badge.json"), zone: "a"),
      service(
        "hr-portal", CredentialSpecID(cluster: cluster, delivery: .hostRegistry, name: "hr-portal"), zone: "b"
      ),
      service("storefront", configID("storefront-v2"), zone: nil),
    ]
  }

  private static var replicas: [Replica] {
    let notThere =
      "failed to load credential spec: open C:\\ProgramData\\docker\\CredentialSpecs\\ledger.json: "
      + "The system cannot find the file specified."
    return [
      task("ledger-api", 1, on: "win-a-01", .running, file("ledger.json")),
      task("ledger-api", 2, on: "win-a-02", .failing, file("ledger.json"), says: notThere),
      task("payroll", 1, on: "win-b-03", .running, file("payroll.json")),
      task("badge-reader", 1, on: "win-a-03", .starting, file("badge.json")),
      task(
        "hr-portal", 1, on: "win-b-01", .running,
        CredentialSpecID(cluster: cluster, delivery: .hostRegistry, name: "hr-portal")),
      task("storefront", 1, on: "win-a-01", .running, configID("storefront-v2")),
      task("storefront", 2, on: "win-b-01", .running, configID("storefront-v1")),
      task("storefront", 3, on: "win-b-02", .starting, configID("storefront-v2")),
    ]
  }

  private static func file(_ name: String) -> CredentialSpecID {
    CredentialSpecID(cluster: cluster, delivery: .hostFile, name: name)
  }

  private static func configID(_ name: String) -> CredentialSpecID {
    CredentialSpecID(cluster: cluster, delivery: .swarmConfig, name: name)
  }

  private static func config(_ name: String, edition: Int, agoDays: Int) -> CredentialSpec {
    CredentialSpec(
      id: configID(name), objectID: "cfg-\(name)", contents: .sample("gmsa-storefront", edition: edition),
      createdAt: .sample(ago: agoDays * 86_400))
  }

  private static func service(
    _ name: String, _ credentialSpec: CredentialSpecID, zone: String?
  ) -> Service {
    var template = WorkloadTemplate()
    template.references = [CredentialSpecReference(slot: .whole, credentialSpec: credentialSpec)]
    template.image = "registry.contoso.com/\(name):4.2"
    template.scheduling.platforms = [Platform(operatingSystem: "windows", architecture: "x86_64")]
    template.scheduling.constraints = zone.map { ["node.labels.zone==\($0)"] } ?? []
    return Service(
      id: ServiceID(cluster: cluster, namespace: "", kind: .swarmService, name: name),
      objectID: "svc-\(name)", template: template, wantedReplicas: 3)
  }

  private static func task(
    _ service: String, _ number: Int, on host: String, _ state: ReplicaState, _ handed: CredentialSpecID,
    says message: String? = nil
  ) -> Replica {
    let name = "\(service).\(number)"
    return Replica(
      cluster: cluster, name: name, owner: OwnerReference(kind: "Service", name: "svc-\(service)"),
      hostName: host, state: state, since: .sample(ago: 900),
      trouble: message.map {
        Trouble(reason: "failed", message: $0, at: .sample(ago: 60), object: "task \(name)")
      },
      handed: [HandedIdentity(slot: .whole, credentialSpec: handed, contents: .notVisible)])
  }
}
