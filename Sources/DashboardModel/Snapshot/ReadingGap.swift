// Which lists were not read, or not whole, so that screens and reports can say why something is unknown.

/// A kind of facts that was not wholly read in a cluster.
public struct ReadingGap: Hashable, Sendable {
  /// The cluster.
  public let cluster: ClusterName
  /// The kind.
  public let kind: FactKind
  /// Why, for people: `no list of roles was read`.
  public let reason: String
}

extension SnapshotStructure {
  /// Every list that the clusters could have given and that was not wholly read. Swarm has no grants and no
  /// custom resources, Kubernetes has no configs: these are no gaps.
  public var gaps: [ReadingGap] {
    let swarm = Set(services.filter { $0.id.kind == .swarmService }.map(\.id.cluster))
    let kubernetes = Set(services.filter { $0.id.kind != .swarmService }.map(\.id.cluster))
    let told = Set(hosts.filter(\.isFromNodeList).map(\.id.cluster)).union(swarm).union(kubernetes)
    return clusters.filter(told.contains).flatMap { cluster in
      let isSwarm = swarm.contains(cluster) || coverage.includes(.configs, in: cluster)
      let kinds = FactKind.allCases.filter { kind in
        (isSwarm && kind.isOfSwarm) || (kind.isOfKubernetes && (!isSwarm || kubernetes.contains(cluster)))
      }
      return kinds.filter {
        coverage.coverage(of: $0, in: cluster) != .everything && !isEnough($0, in: cluster)
      }.map {
        ReadingGap(cluster: cluster, kind: $0, reason: coverage.reasonForGap($0, in: cluster))
      }
    }
  }
}

extension SnapshotStructure {
  /// Endpoints matter behind the webhook of credential specs alone: those of its namespaces are all that a live feed asks.
  private func isEnough(_ kind: FactKind, in cluster: ClusterName) -> Bool {
    guard kind == .endpoints, case .namespaces(let read) = coverage.coverage(of: kind, in: cluster) else {
      return false
    }
    let webhooks = rest.webhooks.filter { $0.cluster == cluster && $0.isForCredentialSpecs }
    return webhooks.compactMap(\.service).allSatisfy { service in
      service.split(separator: "/").first.map { read.contains(String($0)) } ?? false
    }
  }
}

extension FactKind {
  /// Whether a Swarm has such a list.
  var isOfSwarm: Bool { [.hosts, .services, .replicas, .configs].contains(self) }
  /// Whether a Kubernetes cluster has such a list.
  var isOfKubernetes: Bool { self != .configs }
}

extension SnapshotStructure {
  /// The gaps as sentences: the lists that no source has in one sentence a cluster, every other reason by itself.
  public var gapSentences: [String] {
    clusters.flatMap { cluster in
      let own = gaps.filter { $0.cluster == cluster }
      let absent = own.filter { $0.reason == CoverageTable.reasonForNoList(of: $0.kind) }
      let others = own.filter { !absent.contains($0) }.map { gap in
        gap.reason.contains(gap.kind.word)
          ? "\(cluster.text): \(gap.reason)" : "\(cluster.text), \(gap.kind.word): \(gap.reason)"
      }
      if absent.isEmpty { return others }
      let kinds = absent.map(\.kind.word).joined(separator: ", ")
      return ["\(cluster.text): no source has a list of \(kinds)"] + others
    }
  }
}
