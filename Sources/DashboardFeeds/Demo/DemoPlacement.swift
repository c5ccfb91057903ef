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

extension Host {
  /// The host as it is while it is open: what decides eligibility for good.
  var atItsBest: Host {
    var host = self
    host.acceptsReplicas = true
    host.isReady = true
    return host
  }
}
