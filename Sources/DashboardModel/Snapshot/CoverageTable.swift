// What all feeds together have read of each kind in each cluster.

/// What all feeds together have read of each kind in each cluster.
public struct CoverageTable: Sendable {
  private struct Key: Hashable {
    let cluster: ClusterName
    let kind: FactKind
  }

  private var entries: [Key: Coverage] = [:]

  /// Joins what several feeds cover.
  public init(_ coverage: [CoverageEntry]) {
    for entry in coverage {
      let key = Key(cluster: entry.cluster, kind: entry.kind)
      entries[key] = entries[key]?.joined(with: entry.coverage) ?? entry.coverage
    }
  }

  /// The coverage of a kind in a cluster; no entry is "nothing", with the reason in words.
  public func coverage(of kind: FactKind, in cluster: ClusterName) -> Coverage {
    entries[Key(cluster: cluster, kind: kind)] ?? .nothing(reason: Self.reasonForNoList(of: kind))
  }

  /// Whether some source has the list, or tried to get it.
  func isTold(_ kind: FactKind, in cluster: ClusterName) -> Bool {
    entries[Key(cluster: cluster, kind: kind)] != nil
  }

  /// Why a kind of which no source has a list is not known.
  static func reasonForNoList(of kind: FactKind) -> String { "no list of \(kind.word) was read" }

  /// Whether the objects of a kind in a namespace (nil: kinds without namespaces) were all read.
  public func includes(_ kind: FactKind, in cluster: ClusterName, namespace: String? = nil) -> Bool {
    coverage(of: kind, in: cluster).includes(namespace: namespace)
  }

  /// Why a kind is not known in a cluster, for people.
  public func reasonForGap(_ kind: FactKind, in cluster: ClusterName) -> String {
    switch coverage(of: kind, in: cluster) {
    case .nothing(let reason): reason
    case .namespaces(let read):
      "\(kind.word) were read in \(read.sorted().joined(separator: ", ")) only"
    case .everything: "\(kind.word) were read"
    }
  }
}
