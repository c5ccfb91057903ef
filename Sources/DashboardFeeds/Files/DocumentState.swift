// What a list has shown so far, from which its coverage follows at its end.

import DashboardModel
import StructuredText

/// The state of the document that is being read.
struct DocumentState {
  /// The namespaces of the objects seen, by kind; kinds without namespaces have the empty one.
  var namespaces: [ObjectKind: Set<String>] = [:]
  private var lastKind: ObjectKind?
  private var lastNamespace = ""
  /// Items that could not be read, of whatever kind.
  var unreadable = 0
  /// Items without a kind, kept until the list says it.
  var untyped: [DocumentItem] = []
  /// Whether items were Swarm objects.
  var isSwarm = false

  mutating func saw(_ object: ReadObject) {
    // Runs of one kind and namespace are the rule.
    if lastKind == object.key.kind, lastNamespace == object.key.namespace { return }
    lastKind = object.key.kind
    lastNamespace = object.key.namespace
    namespaces[object.key.kind, default: []].insert(object.key.namespace)
  }

  /// The workload kinds that make up "every workload".
  static let workloads: [ObjectKind] = [.deployment, .statefulSet, .daemonSet]
  /// Those that make up "every job".
  static let jobs: [ObjectKind] = [.job, .cronJob]

  /// What the list covers. An operator's `kubectl get a,b,c -A` prints one List of all; what had no item is in it too,
  /// unseen. Of workloads that is taken for granted, of other kinds not.
  func lists(
    typed kind: ObjectKind?, in cluster: ClusterName, isPartial: Bool
  ) -> [ReadList] {
    var namespaces = namespaces
    if let kind, namespaces.isEmpty { namespaces[kind] = [] }
    if kind == nil, namespaces.count > 1, let seen = Self.workloads.compactMap({ namespaces[$0] }).first {
      for kind in Self.workloads + Self.jobs where namespaces[kind] == nil { namespaces[kind] = seen }
    }
    return namespaces.map { kind, seen in
      ReadList(cluster: cluster, kind: kind, coverage: coverage(of: kind, seen, isPartial: isPartial))
    }
  }

  private func coverage(of kind: ObjectKind, _ seen: Set<String>, isPartial: Bool) -> Coverage {
    if unreadable > 0 {
      let items = unreadable == 1 ? "1 item" : "\(unreadable) items"
      return .nothing(reason: "\(items) of the list could not be read")
    }
    if isPartial { return .nothing(reason: "the list is one page of several") }
    if isSwarm { return .everything }
    let isNamespaced = KubernetesKinds.all.first { $0.kind == kind }?.isNamespaced ?? false
    guard isNamespaced, seen.count == 1 else { return .everything }
    return .namespaces(seen)
  }
}

extension ListHeader {
  /// Whether a list is one page of several (`limit=`): it has a continue token.
  var hasContinueToken: Bool {
    guard let json = json("metadata") else { return false }
    var cursor = JSONCursor(json)
    var token = ""
    do throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        if key == "continue" { token = try value.optionalString() ?? "" }
      }
    } catch {
      return false
    }
    return !token.isEmpty
  }
}
