// Credential specs at the start: custom resources in one cluster; files, registry values and configs in the other.

import DashboardModel

extension SimulatedCluster {
  /// Accounts that both clusters use, so that some gMSA reaches containers in two ways.
  private static let sharedAccounts = 3

  mutating func foundCredentialSpecs() {
    let inSwarm = options.credentialSpecs / 2
    let inKubernetes = options.credentialSpecs - inSwarm
    for index in 0..<inKubernetes {
      addCredentialSpec(.kubernetes, business: index, pool: .at(index), delivery: .customResource)
    }
    let deliveries: [Delivery] = [.hostFile, .hostRegistry, .hostFile, .swarmConfig]
    for index in 0..<inSwarm {
      // The first three have parts on stage, which are set among the hosts of the web pool.
      addCredentialSpec(
        .swarm, business: index + inKubernetes - Self.sharedAccounts, pool: index < 3 ? .web : .at(index),
        delivery: deliveries[index % 4])
    }
  }

  private mutating func addCredentialSpec(
    _ orchestrator: DemoOrchestrator, business: Int, pool: DemoPool, delivery: Delivery
  ) {
    let account = Business.account(business)
    let id = CredentialSpecID(
      cluster: orchestrator.cluster, delivery: delivery, name: Self.objectName(account, delivery, revision: 0)
    )
    let contents = CredentialSpecContents.demo(account: account, revision: 0)
    var spec = SimulatedSpec(
      id: id, orchestrator: orchestrator, account: account, pool: pool, contents: contents,
      formerContents: contents)
    if !delivery.isOnHosts {
      let age = Duration.seconds(86_400 * random.number(in: 20...400))
      spec.fact = facts.credentialSpecs.count
      facts.credentialSpecs.append(
        CredentialSpec(
          id: id, objectID: taskID(), contents: contents, createdAt: now.advanced(by: .zero - age)))
    }
    specs.append(spec)
  }

  /// How the object of an account is named in a delivery; a config cannot be changed, so its name has a version.
  static func objectName(_ account: String, _ delivery: Delivery, revision: Int) -> String {
    switch delivery {
    case .hostFile: "\(account).json"
    case .swarmConfig: "\(account)-v\(revision + 1)"
    case .hostRegistry, .customResource, .image, .inline: account
    }
  }

  /// The place of the `turn`th credential spec of a cluster among all.
  func spec(_ turn: Int, of orchestrator: DemoOrchestrator) -> Int {
    let inKubernetes = options.credentialSpecs - options.credentialSpecs / 2
    return orchestrator == .kubernetes
      ? turn % inKubernetes : inKubernetes + turn % (options.credentialSpecs / 2)
  }

  /// Whether a service that refers to a credential spec may run on a host, the host's present state left aside.
  func needs(_ spec: Int, at host: Int) -> Bool {
    let terms = hosts[host]
    guard let pool = terms.pool, terms.orchestrator == specs[spec].orchestrator else { return false }
    return specs[spec].services.contains { service in
      let key = placements[services[service].placement].key
      return key.pool == pool && (key.zone ?? terms.zone) == terms.zone
    }
  }
}
