// What is wrong with a feed, or with one kind of its facts, since when, and what sort of trouble it is.

/// What sort of trouble keeps facts away; exit codes follow from it.
public enum OutageCause: String, Hashable, Sendable, Codable, CaseIterable {
  /// Nobody answers, or the connection breaks.
  case cannotConnect
  /// The server does not know the login, or refuses it what it asks for.
  case notAuthorised
  /// What the source holds or answers cannot be read.
  case unreadable
}

/// Why a feed has no newer facts.
public struct FeedOutage: Hashable, Sendable {
  /// The sort of trouble.
  public var cause: OutageCause
  /// What happened, in words for the operator.
  public var reason: String
  /// Since when.
  public var since: Timestamp

  /// An outage.
  public init(_ cause: OutageCause, reason: String, since: Timestamp) {
    self.cause = cause
    self.reason = reason
    self.since = since
  }
}

/// Why one kind of facts is not followed any more while the rest of its feed goes on. Its facts are the last good ones.
public struct KindTrouble: Hashable, Sendable, Codable {
  /// The cluster.
  public var cluster: ClusterName
  /// The kind that the trouble is with.
  public var kind: FactKind
  /// The sort of trouble.
  public var cause: OutageCause
  /// What happened, in words for the operator.
  public var reason: String
  /// Since when.
  public var since: Timestamp

  /// A trouble.
  public init(
    cluster: ClusterName, kind: FactKind, cause: OutageCause, reason: String, since: Timestamp
  ) {
    self.cluster = cluster
    self.kind = kind
    self.cause = cause
    self.reason = reason
    self.since = since
  }
}
