// How a live feed is connected: for the sources screen and `:debug`; no fact of a cluster depends on it.

/// How a live feed is connected. Nothing in it is secret.
public struct FeedConnection: Hashable, Sendable {
  /// Whether what comes over the line is known to come from the server.
  public enum Security: String, Hashable, Sendable, Codable {
    /// TLS, and the server's certificate was checked.
    case verified
    /// TLS, and the operator asked not to check the server's certificate.
    case unverified
    /// No TLS: a local socket, a tunnel, or plain HTTP.
    case plain
  }

  /// Where the server is: `https://10.0.0.1:6443`, `unix:///var/run/docker.sock`.
  public var address: String
  /// What the server calls its version; nil until it has said so.
  public var serverVersion: String?
  /// How the line is secured.
  public var security: Security
  /// How the feed logs in: `client certificate`, `exec plugin kubelogin`; nil: not at all.
  public var login: String?
  /// When the feed began.
  public var startedAt: Timestamp
  /// When the first whole picture stood, and the requests made until then.
  public var firstFacts: Milestone?
  /// Requests made so far.
  public var requests = 0
  /// Bytes of answers so far, as they came over the line.
  public var receivedBytes = 0
  /// When the feed tries again; nil where nothing waits.
  public var nextTryAt: Timestamp?
  /// What somebody who looks for a fault should know: words of an exec plugin, warnings of the server.
  public var notes: [String] = []
  /// The lists that are read and followed.
  public var lists: [FollowedList] = []

  /// A moment, and what had been asked by then.
  public struct Milestone: Hashable, Sendable {
    /// The moment.
    public var at: Timestamp
    /// Requests made until then.
    public var requests: Int

    /// A milestone.
    public init(at: Timestamp, requests: Int) {
      self.at = at
      self.requests = requests
    }
  }

  /// A connection that has not asked anything yet.
  public init(
    address: String, security: Security, login: String? = nil, serverVersion: String? = nil,
    startedAt: Timestamp
  ) {
    self.address = address
    self.security = security
    self.login = login
    self.serverVersion = serverVersion
    self.startedAt = startedAt
  }

  /// Requests an hour since the first whole picture; nil before it, and in its first minute, which would tell nothing.
  public func requestsPerHour(at now: Timestamp) -> Int? {
    guard let firstFacts else { return nil }
    let seconds = now.since(firstFacts.at) / .seconds(1)
    guard seconds >= 60 else { return nil }
    return Int((Double(requests - firstFacts.requests) * 3600 / seconds).rounded())
  }
}

/// One list that a live feed reads and follows.
public struct FollowedList: Hashable, Sendable {
  /// What the feed does with it now.
  public enum Phase: String, Hashable, Sendable {
    /// It is being read.
    case reading
    /// It stands, and changes are told.
    case following
    /// It waits for the next try.
    case waiting
    /// The server does not have it, or does not show it to this login: nothing is asked any more but from time to time.
    case absent
  }

  /// The list's name in the API: `pods`, `tasks`.
  public var name: String
  /// What the feed does with it.
  public var phase: Phase
  /// Requests made for it.
  public var requests = 0
  /// Objects of it that are kept.
  public var kept = 0
  /// Objects of it that nothing depends on: read, counted and dropped.
  public var skipped = 0
  /// Changes that were told since it was read.
  public var changes = 0
  /// When the server last said anything of it.
  public var heardAt: Timestamp?
  /// When it is tried again; nil where it does not wait.
  public var nextTryAt: Timestamp?

  /// A list that was not asked for yet.
  public init(name: String, phase: Phase = .reading) {
    self.name = name
    self.phase = phase
  }
}
