// Small random fleets: every delivery, shared names, gaps in what was read.

package import DashboardModel

extension Fleet {
  /// A fleet of a few hosts, services and credential specs that a seed decides. Everything was read, and all hosts are
  /// in the node list.
  package static func random(_ random: inout SeededRandom) -> Fleet {
    var fleet = Fleet()
    let hosts = (1...Int.random(in: 2...5, using: &random)).map { "win-\($0)" }
    for host in hosts { fleet.host(host, labels: ["pool": ["a", "b"].randomElement(using: &random) ?? "a"]) }
    if Bool.random(using: &random) { fleet.host("lin-1", os: .linux, labels: ["pool": "a"]) }
    let files = ["web.json", "api.json"].map { id(.hostFile, $0) }
    let configs = ["web-v1", "web-v2", "ledger"].map { id(.swarmConfig, $0) }
    for (age, config) in configs.enumerated() where Int.random(in: 0..<6, using: &random) > 0 {
      fleet.object(config, randomContents(&random), createdAt: minutes(age))
    }
    for number in 1...Int.random(in: 1...4, using: &random) {
      fleet.addService("s\(number)", hosts: hosts, credentialSpecs: files + configs, &random)
    }
    for host in hosts where Int.random(in: 0..<3, using: &random) > 0 {
      let names = files.map(\.name).filter { _ in Bool.random(using: &random) }
      fleet.inventory(
        host, names.map { ($0, Int.random(in: 0..<5, using: &random) == 0 ? nil : randomContents(&random)) },
        listedAt: minutes(Int.random(in: -5...5, using: &random)))
    }
    return fleet
  }

  private mutating func addService(
    _ name: String, hosts: [String], credentialSpecs: [CredentialSpecID], _ random: inout SeededRandom
  ) {
    let uses = Array(credentialSpecs.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)))
    let pool = ["a", "b", "gold"].randomElement(using: &random) ?? "a"
    let isOpen = Int.random(in: 0..<4, using: &random) == 0
    service(name, uses: uses) { service in
      service.template.scheduling.nodeSelector =
        isOpen ? ["pool": pool] : ["pool": pool, "kubernetes.io/os": "windows"]
      service.runsOnEveryHost = Int.random(in: 0..<5, using: &random) == 0
      if Int.random(in: 0..<5, using: &random) == 0 {
        service.template.mountedCredentialSpecFolder = "C:\\ProgramData\\Docker\\CredentialSpecs"
        service.template.fileMountedConfigs = ["web-v1"]
      }
    }
    guard let template = facts.services.last?.template else { return }
    for number in 0..<Int.random(in: 0...3, using: &random) {
      var replica = Self.randomReplica("\(name)-\(number)", of: name, hosts, credentialSpecs, uses, &random)
      replica.template = SharedTemplate(template)
      facts.replicas.append(replica)
    }
  }

  /// A replica of a service, with or without what it asks for.
  package static func randomReplica(
    _ name: String, of service: String, _ hosts: [String], _ all: [CredentialSpecID],
    _ uses: [CredentialSpecID],
    _ random: inout SeededRandom
  ) -> Replica {
    let states: [ReplicaState] = [.running, .running, .starting, .failing, .finished]
    let former = Int.random(in: 0..<5, using: &random) == 0 ? all.randomElement(using: &random) : nil
    let handed = (uses + [former].compactMap(\.self)).prefix(2).compactMap { id -> HandedIdentity? in
      if Int.random(in: 0..<6, using: &random) == 0 { return nil }
      return Self.handed(id, Bool.random(using: &random) ? randomContents(&random) : nil)
    }
    let texts = ["exit code 3", "failed to load credential spec for container x: open y: no such file"]
    return replica(
      name, of: service,
      on: Int.random(in: 0..<6, using: &random) == 0 ? nil : hosts.randomElement(using: &random),
      states.randomElement(using: &random) ?? .running, handed: handed,
      since: minutes(Int.random(in: -8...8, using: &random)),
      trouble: Int.random(in: 0..<3, using: &random) == 0 ? texts.randomElement(using: &random) : nil)
  }

  private static func randomContents(_ random: inout SeededRandom) -> CredentialSpecContents {
    contents(
      account: ["web", "web", "ledger"].randomElement(using: &random) ?? "web",
      salt: ["", "", "1", "2"].randomElement(using: &random) ?? "")
  }
}
