// A feed and a replica as a snapshot holds them.

import DashboardModel

/// What a snapshot says of a feed.
struct SnapshotFeed: Codable {
  var feed: String
  /// `settled`, `live`, `reading` or `broken`.
  var status: String
  /// What sort of trouble it has; nil in files of an older program, and where it has none.
  var cause: OutageCause?
  /// Why it is broken.
  var reason: String?
  var since: Timestamp?
  var observedAt: Timestamp?
  /// How often it looks, in seconds; nil where it does not.
  var interval: Double?
  var revision: Int
  var skippedReplicas: Int
  var unreadable: [UnreadableItem]
  /// Kinds that were not followed any more; nil: none.
  var troubles: [KindTrouble]?
  /// What the server called its version.
  var serverVersion: String?

  init(_ slice: FeedSlice) {
    feed = slice.feed.text
    observedAt = slice.observedAt
    interval = slice.interval.map { $0 / .seconds(1) }
    revision = slice.revision
    skippedReplicas = slice.facts.skippedReplicas
    unreadable = slice.unreadable
    troubles = slice.troubles.isEmpty ? nil : slice.troubles
    serverVersion = slice.connection?.serverVersion
    switch slice.status {
    case .settled: status = "settled"
    case .live: status = "live"
    case .reading: status = "reading"
    case .broken(let outage):
      status = "broken"
      cause = outage.cause
      reason = outage.reason
      since = outage.since
    }
  }

  /// The feed's slice, without facts yet. What was live when the snapshot was taken stays as it was.
  var slice: FeedSlice {
    let state: FeedStatus =
      switch status {
      case "live": .live
      case "reading": .reading(ReadProgress())
      case "broken":
        .broken(
          FeedOutage(
            cause ?? .unreadable, reason: reason ?? "", since: since ?? Timestamp(milliseconds: 0)))
      default: .settled
      }
    var slice = FeedSlice(
      feed: FeedID(feed), status: state, observedAt: observedAt, interval: interval.map { .seconds($0) },
      revision: revision, unreadable: unreadable, troubles: troubles ?? []
    )
    slice.facts.skippedReplicas = skippedReplicas
    return slice
  }
}

/// A replica with its template and identities by number.
struct SnapshotReplica: Codable {
  var cluster: ClusterName
  var namespace: String
  var name: String
  var owner: OwnerReference?
  var hostName: String?
  var state: ReplicaState
  var since: Timestamp?
  var trouble: Trouble?
  var identities: Int?
  var template: Int?

  init(_ replica: Replica, identities: Int?, template: Int?) {
    cluster = replica.cluster
    namespace = replica.namespace
    name = replica.name
    owner = replica.owner
    hostName = replica.hostName
    state = replica.state
    since = replica.since
    trouble = replica.trouble
    self.identities = identities
    self.template = template
  }

  func replica(handed: [HandedIdentity], template: SharedTemplate?) -> Replica {
    Replica(
      cluster: cluster, namespace: namespace, name: name, owner: owner, hostName: hostName, state: state,
      since: since, trouble: trouble, handed: handed, template: template
    )
  }
}
