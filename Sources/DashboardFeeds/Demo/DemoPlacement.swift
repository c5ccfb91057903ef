// Where a service may run: a pool of one cluster, perhaps one zone of it, as scheduling terms and as hosts.

import DashboardModel

/// What decides where a service may run.
struct DemoPlacementKey: Hashable, Sendable {
  let orchestrator: DemoOrchestrator
  let pool: DemoPool
  /// An index into the cluster's zones; nil: any.
  let zone: Int?

  /// The terms as a template writes them.
  var terms: SchedulingTerms { orchestrator == .kubernetes ? kubernetesTerms : swarmTerms }

  private var kubernetesTerms: SchedulingTerms {
    var terms = SchedulingTerms()
    terms.operatingSystem = "windows"
    terms.nodeSelector = ["kubernetes.io/os": "windows", "pool": pool.rawValue]
    if let zone { terms.nodeSelector["zone"] = orchestrator.zones[zone] }
    terms.tolerations = [Toleration(key: "os", comparison: "Equal", value: "windows", effect: "NoSchedule")]
    if pool == .batch { terms.tolerations.append(Toleration(key: "dedicated", comparison: "Exists")) }
    return terms
  }

  private var swarmTerms: SchedulingTerms {
    var terms = SchedulingTerms()
    terms.platforms = [Platform(operatingSystem: "windows", architecture: "amd64")]
    terms.constraints = ["node.platform.os==windows", "node.labels.pool==\(pool.rawValue)"]
    if let zone { terms.constraints.append("node.labels.zone==\(orchestrator.zones[zone])") }
    return terms
  }
}

/// A placement that some service has.
struct DemoPlacement: Sendable {
  let key: DemoPlacementKey
  let terms: SchedulingTerms
  /// The hosts that satisfy the terms while they are open.
  var hosts: [Int] = []
}

extension SchedulingTerms {
  /// Whether the demo's terms accept a host, its present state left aside.
  func accept(_ host: Host) -> Bool {
    guard host.operatingSystem == .windows else { return false }
    let selected = nodeSelector.allSatisfy { host.labels[$0.key] == $0.value }
    let tolerated = host.taints.allSatisfy { taint in tolerations.contains { $0.key == taint.key } }
    let constrained = constraints.allSatisfy { constraint in
      guard let range = constraint.firstRange(of: "==") else { return false }
      let key = constraint[..<range.lowerBound]
      guard key.hasPrefix("node.labels.") else { return key == "node.platform.os" }
      return host.labels[String(key.dropFirst("node.labels.".count))] ?? "" == constraint[range.upperBound...]
    }
    return selected && tolerated && constrained
  }
}
