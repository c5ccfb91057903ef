// From lists of single kinds to the coverage of the kinds of facts.

import DashboardModel

/// Joins coverage over files.
enum CoverageMerge {
  /// An entry a cluster and kind of facts. Workloads are covered as far as Deployments, StatefulSets and DaemonSets all
  /// are; a kind of which one list is damaged is covered by another that is whole.
  static func entries(_ lists: [ReadList]) -> [CoverageEntry] {
    var byCluster: [ClusterName: [ObjectKind: Coverage]] = [:]
    for list in lists {
      let present = byCluster[list.cluster]?[list.kind]
      byCluster[list.cluster, default: [:]][list.kind] = present?.joined(with: list.coverage) ?? list.coverage
    }
    return byCluster.sorted { $0.key.text < $1.key.text }.flatMap { cluster, kinds in
      FactKind.allCases.compactMap { kind in
        coverage(of: kind, kinds).map { CoverageEntry(cluster: cluster, kind: kind, coverage: $0) }
      }
    }
  }

  private static func coverage(of kind: FactKind, _ kinds: [ObjectKind: Coverage]) -> Coverage? {
    if kind == .services { return kinds[.swarmService] ?? together(DocumentState.workloads, kinds) }
    // Few clusters have jobs in many namespaces: how far the lists go is seen in those of workloads.
    if kind == .jobs { return together(DocumentState.jobs, kinds, seenBeside: DocumentState.workloads) }
    let rows = KubernetesKinds.all.filter { $0.covers == kind }.map(\.kind)
    let swarm = [ObjectKind.swarmNode, .swarmTask, .swarmConfig].filter { SwarmObjects.covers($0) == kind }
    return (rows + swarm).compactMap { kinds[$0] }.reduce(nil) { joined, next in
      joined?.joined(with: next) ?? next
    }
  }

  /// Kinds that say something together alone; nil where there is a list of none.
  private static func together(
    _ needed: [ObjectKind], _ kinds: [ObjectKind: Coverage], seenBeside others: [ObjectKind] = []
  ) -> Coverage? {
    guard needed.contains(where: { kinds[$0] != nil }) else { return nil }
    let lacking = needed.filter { kinds[$0] == nil }
    guard lacking.isEmpty else {
      let names = lacking.map { "\($0.rawValue)s" }.joined(separator: " and ")
      return .nothing(reason: "no list of \(names) among the files")
    }
    let own: Coverage? = needed.compactMap { kinds[$0] }.reduce(nil) { joined, next in common(joined, next) }
    if case .nothing? = own { return own }
    let seen = others.compactMap { kinds[$0] }.filter { if case .nothing = $0 { false } else { true } }
    return seen.reduce(own) { joined, next in common(joined, next) }
  }

  /// What lists of several workload kinds cover together. A list whose items are all in one namespace may be of that
  /// namespace or of all; lists of one call that show several namespaces are taken to be of all.
  private static func common(_ left: Coverage?, _ right: Coverage) -> Coverage {
    switch (left, right) {
    case (nil, _): right
    case (.nothing(let reason)?, _), (_, .nothing(let reason)): .nothing(reason: reason)
    case (.everything?, _), (_, .everything): .everything
    case (.namespaces(let some)?, .namespaces(let others)):
      some == others ? .namespaces(some) : .everything
    }
  }
}
