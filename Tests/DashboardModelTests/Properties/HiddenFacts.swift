// Slices as they are where a server refuses a list, or one object of a list cannot be read.

import DashboardModel

extension FeedSlice {
  /// The same slice where the server refused one list.
  func forbidding(_ kind: FactKind) -> FeedSlice {
    var slice = self
    slice.facts.uncover(kind, "403 Forbidden")
    slice.facts.forget(kind)
    return slice
  }

  /// The slice without one object each time, of which its list says that it could not be read.
  func eachWithoutOne() -> [(name: String, slice: FeedSlice)] {
    Facts.lists.flatMap { list in
      (0..<list.count(facts)).map { place in
        var slice = self
        let kind = list.remove(place, &slice.facts)
        slice.facts.uncover(kind, "1 item of the list could not be read")
        let reason = "expected a string, found a number"
        slice.unreadable.append(UnreadableItem(source: kind.word, index: place, reason: reason))
        return (name: "\(kind.word) \(place)", slice: slice)
      }
    }
  }
}

/// A list of facts whose objects can be taken away.
private struct RemovableList: Sendable {
  let count: @Sendable (Facts) -> Int
  /// Takes one away and says what kind of list lacks it.
  let remove: @Sendable (Int, inout Facts) -> FactKind

  init<List: RangeReplaceableCollection & SendableMetatype>(
    _ path: any WritableKeyPath<Facts, List> & Sendable,
    _ kind: @escaping @Sendable (List.Element) -> FactKind
  ) where List.Index == Int {
    count = { $0[keyPath: path].count }
    remove = { place, facts in kind(facts[keyPath: path].remove(at: place)) }
  }
}

extension Facts {
  fileprivate static let lists: [RemovableList] = [
    RemovableList(\.hosts) { _ in .hosts },
    RemovableList(\.services) { $0.id.kind == .pod ? .replicas : $0.id.kind.isJob ? .jobs : .services },
    RemovableList(\.replicas) { _ in .replicas },
    RemovableList(\.credentialSpecs) { $0.id.delivery == .swarmConfig ? .configs : .customResources },
    RemovableList(\.roles) { $0.namespace == nil ? .clusterRoles : .roles },
    RemovableList(\.roleBindings) { $0.namespace == nil ? .clusterRoleBindings : .roleBindings },
    RemovableList(\.serviceAccounts) { _ in .serviceAccounts },
    RemovableList(\.namespaces) { _ in .namespaces },
    RemovableList(\.webhooks) { _ in .webhooks },
    RemovableList(\.endpoints) { _ in .endpoints },
    RemovableList(\.events) { _ in .events },
  ]

  /// Says of a kind that nothing of it was read.
  fileprivate mutating func uncover(_ kind: FactKind, _ reason: String) {
    for index in coverage.indices where coverage[index].kind == kind {
      coverage[index].coverage = .nothing(reason: reason)
    }
  }

  /// Drops the facts of a kind.
  fileprivate mutating func forget(_ kind: FactKind) {
    switch kind {
    case .hosts: hosts = []
    case .services:
      services.removeAll { $0.id.kind != .pod && !$0.id.kind.isJob }
      ownerLinks.removeAll { $0.object.kind != "Job" }
    case .jobs:
      services.removeAll { $0.id.kind.isJob }
      ownerLinks.removeAll { $0.object.kind == "Job" }
    case .replicas:
      replicas = []
      services.removeAll { $0.id.kind == .pod }
    case .customResources: credentialSpecs.removeAll { $0.id.delivery == .customResource }
    case .configs: credentialSpecs.removeAll { $0.id.delivery == .swarmConfig }
    case .roles: roles.removeAll { $0.namespace != nil }
    case .clusterRoles: roles.removeAll { $0.namespace == nil }
    case .roleBindings: roleBindings.removeAll { $0.namespace != nil }
    case .clusterRoleBindings: roleBindings.removeAll { $0.namespace == nil }
    case .serviceAccounts: serviceAccounts = []
    case .namespaces: namespaces = []
    case .webhooks: webhooks = []
    case .endpoints: endpoints = []
    case .events: events = []
    }
  }
}

extension ServiceKind {
  fileprivate var isJob: Bool { self == .job || self == .cronJob }
}
