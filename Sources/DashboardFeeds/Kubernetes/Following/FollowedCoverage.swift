// What the lists of a cluster cover together, and what is wrong with the kinds that they are of.

import DashboardModel

/// Coverage and troubles of a cluster's lists.
struct FollowedCoverage {
  private let cluster: ClusterName
  private let lists: [FollowedCluster.List]

  init(_ cluster: FollowedCluster) {
    self.cluster = cluster.cluster
    lists = cluster.lists.sorted { $0.key < $1.key }.map(\.value)
  }

  /// An entry a kind.
  var entries: [CoverageEntry] {
    FactKind.allCases.compactMap { kind in
      coverage(of: kind).map { CoverageEntry(cluster: cluster, kind: kind, coverage: $0) }
    }
  }

  private func coverage(of kind: FactKind) -> Coverage? {
    // A kind is covered as far as each sort of list that it is made of is: workloads by Deployments, StatefulSets, …
    let own = lists.filter { $0.subject.row.covers == kind }
    guard !own.isEmpty else { return nil }
    if kind == .endpoints {
      return own.map(coverage).reduce(.nothing(reason: "no webhook names a service")) { $0.joined(with: $1) }
    }
    let sorts = Dictionary(grouping: own, by: \.subject.row.resource).sorted { $0.key < $1.key }
    return sorts.map { _, lists in joined(lists) }.reduce(nil) { Self.common($0, $1) }
  }

  /// What the lists of one resource cover together: those of several namespaces each their own, those of several
  /// selectors only what all of them do.
  private func joined(_ lists: [FollowedCluster.List]) -> Coverage {
    let places = Dictionary(grouping: lists, by: \.subject.namespace)
    let parts = places.values.map { parts in
      parts.map(coverage).reduce(nil) { Self.common($0, $1) } ?? .everything
    }
    return parts.dropFirst().reduce(parts[0]) { $0.joined(with: $1) }
  }

  private func coverage(of list: FollowedCluster.List) -> Coverage {
    if !list.unreadable.isEmpty {
      let items = list.unreadable.count == 1 ? "1 item" : "\(list.unreadable.count) items"
      return .nothing(reason: "\(items) of the list of \(list.subject.name) could not be read")
    }
    switch list.status.standing {
    case .there, .absent: return list.subject.namespace.map { .namespaces([$0]) } ?? .everything
    case .refused(let words): return .nothing(reason: "\(list.subject.name): \(words)")
    case .unknown:
      let reason = list.status.trouble?.reason ?? "not read yet"
      return .nothing(reason: "\(list.subject.name): \(reason)")
    }
  }

  /// What two lists cover that are both needed.
  private static func common(_ left: Coverage?, _ right: Coverage) -> Coverage {
    switch (left, right) {
    case (nil, _): right
    case (.nothing(let reason)?, _), (_, .nothing(let reason)): .nothing(reason: reason)
    case (.everything?, let other), (let other?, .everything): other
    case (.namespaces(let some)?, .namespaces(let others)): .namespaces(some.intersection(others))
    }
  }

  /// The kinds that are not followed any more, one entry each: the first trouble speaks.
  var troubles: [KindTrouble] {
    var troubles: [FactKind: KindTrouble] = [:]
    for list in lists {
      guard let trouble = list.status.trouble, list.status.standing == .there else { continue }
      let kind = list.subject.row.concerns
      if let known = troubles[kind], known.since <= trouble.since { continue }
      troubles[kind] = KindTrouble(
        cluster: cluster, kind: kind, cause: trouble.cause,
        reason: "\(list.subject.name): \(trouble.reason)", since: trouble.since)
    }
    return FactKind.allCases.compactMap { troubles[$0] }
  }

  /// What is wrong with the source as a whole: no list of it is followed any more.
  var outage: FeedOutage? {
    let troubles = lists.filter { $0.status.standing != .absent }.map(\.status.trouble)
    guard !troubles.isEmpty, troubles.allSatisfy({ $0 != nil }) else { return refusal }
    // Lists that wait for long may not have noticed yet that the login went, too: the gravest word counts.
    let known = troubles.compactMap(\.self)
    let first = known.first { $0.cause == .notAuthorised } ?? known.min { $0.since < $1.since }
    return first.map { FeedOutage($0.cause, reason: $0.reason, since: known.map(\.since).min() ?? $0.since) }
  }

  /// Whether the server shows this login nothing at all.
  private var refusal: FeedOutage? {
    let refusals = lists.filter { $0.status.standing != .absent }.map { list -> String? in
      if case .refused(let words) = list.status.standing { words } else { nil }
    }
    guard !refusals.isEmpty, refusals.allSatisfy({ $0 != nil }), let first = refusals.first ?? nil,
      let heard = lists.compactMap(\.status.heardAt).min()
    else { return nil }
    return FeedOutage(
      .notAuthorised, reason: "\(cluster.text): \(first). \(KubernetesRefusal.advice)", since: heard)
  }
}

extension KubernetesKind {
  /// The kind of facts that its objects are about, also where they tell nothing of completeness.
  var concerns: FactKind {
    if let covers { return covers }
    switch kind {
    case .validatingWebhook: return .webhooks
    case .service: return .endpoints
    default: return .services
    }
  }
}
