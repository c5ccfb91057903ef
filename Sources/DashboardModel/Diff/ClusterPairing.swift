// Which cluster of one picture is compared with which of another: staging and production have other names.

/// Clusters of two sides by pairs. Clusters of one name are a pair; where each side has one left over, these two are.
public struct ClusterPairing: Hashable, Sendable {
  private let after: [ClusterName: ClusterName]

  /// Pairs the clusters of two sides.
  public init(before: [ClusterName], after: [ClusterName]) {
    var pairs: [ClusterName: ClusterName] = [:]
    for name in before where after.contains(name) { pairs[name] = name }
    let left = before.filter { pairs[$0] == nil }
    let right = after.filter { !before.contains($0) }
    if left.count == 1, right.count == 1 { pairs[left[0]] = right[0] }
    self.after = pairs
  }

  /// The pairs of unlike names, in the order of the first.
  public var renamed: [(before: ClusterName, after: ClusterName)] {
    after.filter { $0.key != $0.value }.map { (before: $0.key, after: $0.value) }
      .sorted { $0.before.text < $1.before.text }
  }

  /// Whether every pair has one name, so that subjects are compared as they are.
  var keepsNames: Bool { after.allSatisfy { $0.key == $0.value } }

  /// A cluster of the first side by its name on the second; itself where it has no partner.
  func name(_ cluster: ClusterName) -> ClusterName { after[cluster] ?? cluster }

  /// A subject of the first side as the second names it.
  func subject(_ subject: Subject) -> Subject {
    if keepsNames { return subject }
    switch subject {
    case .credentialSpec(let id):
      return .credentialSpec(
        CredentialSpecID(cluster: name(id.cluster), delivery: id.delivery, name: id.name))
    case .service(let id):
      return .service(
        ServiceID(cluster: name(id.cluster), namespace: id.namespace, kind: id.kind, name: id.name))
    case .host(let id): return .host(HostID(cluster: name(id.cluster), name: id.name))
    }
  }

  /// A finding's subject of the first side as the second names it.
  func subject(_ subject: FindingSubject) -> FindingSubject {
    switch subject {
    case .subject(let own): .subject(self.subject(own))
    case .grant(let cluster, let grant): .grant(cluster: name(cluster), name: grant)
    case .feed: subject
    }
  }
}
