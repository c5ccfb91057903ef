// The state of one list that is read and followed: what to ask, what to believe, when to try again. No socket, no clock.

import DashboardModel

/// Reads a list whole, then follows it, for as long as anybody wants it; written after the contract of client-go's
/// reflector (tools/cache/reflector.go). Events go in with their time, actions come out.
///
/// Invariant: at most one request is open. Facts that were taken stay until a newer whole list or change says otherwise.
struct ListWatchMachine: Sendable {
  /// What the machine waits for.
  enum Phase: Hashable, Sendable {
    /// To be wanted.
    case idle
    /// A list or a page of it.
    case listing(ListWatchRequest)
    /// A whole list that comes as changes.
    case streaming
    /// Changes.
    case watching
    /// The end of a wait; then it asks this.
    case waiting(Next)
  }

  /// What is asked after a wait.
  enum Next: Hashable, Sendable {
    case whole
    case changes
  }

  /// Whether the server has the list and shows it.
  enum Standing: Hashable, Sendable {
    /// Nobody knows yet.
    case unknown
    /// It was read whole.
    case there
    /// The server has no such list.
    case absent
    /// The server does not show it to this login, and never did.
    case refused(words: String)
  }

  var phase = Phase.idle
  var standing = Standing.unknown
  /// What is wrong, since when. The facts are the last good ones.
  var trouble: FeedOutage?
  /// When it tries again; nil where it does not wait.
  var nextTryAt: Timestamp?
  /// Requests so far.
  private(set) var requests = 0

  /// So many watches that end at once are no accident.
  static let suspiciousWatches = 3

  let policy: ListWatchPolicy
  var chance: @Sendable () -> Double
  /// The newest version that was told; "" before the first.
  var version = ""
  var backoff = Backoff()
  /// Versions that were too old, one after the other; forgotten when a watch tells something.
  var expiries = Backoff()
  /// Whether the server may be asked for a list as changes.
  var streams: Bool
  /// Whether the server may be asked for pages; not after a page's token had expired.
  var isPaged = true
  /// Lists as changes that ended before they were complete, one after the other.
  var failedStreams = 0
  /// Watches that ended at once, one after the other.
  var shortWatches = 0
  /// Whether a wait may end early when the server is seen to be well; not where it said itself when to come again.
  var mayHurry = true
  /// When the answer to the open request began.
  var openedAt: Timestamp?
  /// Whether the open watch has told anything.
  var hasTold = false
  /// When what is wrong began; it becomes a trouble with the first try that fails.
  var brokenAt: Timestamp?
  /// Whether the login may list and not watch: the list is then read again from time to time.
  var mayNotWatch = false

  /// A machine. `chance` gives numbers from 0 up to 1.
  init(_ policy: ListWatchPolicy = ListWatchPolicy(), chance: @escaping @Sendable () -> Double) {
    self.policy = policy
    self.chance = chance
    streams = policy.mayStream
  }

  /// Takes an event up and says what is to be done, in this order.
  mutating func handle(_ event: ListWatchEvent, at now: Timestamp) -> [ListWatchAction] {
    switch event {
    case .began: return askForWhole()
    case .woke, .refreshed: return wake()
    case .opened: return open(now)
    case .pageEnded(let version, let next): return endPage(version, next, now)
    case .told(_, let version): return told(version)
    case .bookmark(let version, let isInitialEnd): return bookmark(version, isInitialEnd)
    case .ended: return end(now)
    case .silent: return silence(now)
    case .failed(let cause, let words): return fail(cause, words, now)
    case .unreadable(let words): return fail(.unreadable, words, now, then: .whole)
    case .refused(let refusal): return refused(refusal, now)
    case .doubted: return fail(.unreadable, "the server told of changes out of order", now, then: .whole)
    }
  }

  // MARK: Asking

  mutating func send(_ request: ListWatchRequest) -> [ListWatchAction] {
    requests += 1
    nextTryAt = nil
    mayHurry = true
    openedAt = nil
    hasTold = false
    return [.send(request)]
  }

  /// Asks for the list from its beginning.
  mutating func askForWhole() -> [ListWatchAction] {
    if streams {
      phase = .streaming
      return send(.stream(seconds: watchSeconds))
    }
    // The first list may be as old as the server's cache, and costs it little; after a fault it is the present that counts.
    let request = ListWatchRequest.list(
      version: standing == .there || !isPaged ? "" : "0", page: nil, limit: isPaged ? policy.pageSize : nil)
    phase = .listing(request)
    return send(request)
  }

  /// Asks for what changes from here on.
  mutating func askForChanges() -> [ListWatchAction] {
    if mayNotWatch { return wait(policy.pollInterval, then: .whole) }
    phase = .watching
    return send(.watch(from: version, seconds: watchSeconds))
  }

  /// Watches end after 5 to 10 minutes, spread so that they do not all come back at once.
  private var watchSeconds: Int { Int(policy.watchSeconds * (1 + chance())) }

  private mutating func wake() -> [ListWatchAction] {
    guard case .waiting(let next) = phase else { return [] }
    return next == .whole || version.isEmpty ? askForWhole() : askForChanges()
  }

  /// Waits, without anything being wrong.
  mutating func wait(_ duration: Duration, then next: Next) -> [ListWatchAction] {
    phase = .waiting(next)
    openedAt = nil
    return [.wake(after: duration)]
  }

  // MARK: Answers

  private mutating func open(_ now: Timestamp) -> [ListWatchAction] {
    openedAt = now
    switch phase {
    case .listing(.list(_, nil, _)), .streaming: return [.beginWhole]
    case .watching:
      // A server that ends each watch at once has opened it before: it is only well again when it tells something.
      if shortWatches < Self.suspiciousWatches { recover() }
      return []
    default: return []
    }
  }

  private mutating func endPage(_ version: String, _ next: String?, _ now: Timestamp) -> [ListWatchAction] {
    guard case .listing = phase else { return [] }
    if let next, !next.isEmpty {
      let page = ListWatchRequest.list(version: "", page: next, limit: policy.pageSize)
      phase = .listing(page)
      return send(page)
    }
    self.version = version
    return endWhole() + askForChanges()
  }

  mutating func endWhole() -> [ListWatchAction] {
    standing = .there
    isPaged = true
    failedStreams = 0
    recover()
    return [.endWhole]
  }

  mutating func recover() {
    trouble = nil
    brokenAt = nil
    backoff.reset()
  }

  private mutating func told(_ version: String) -> [ListWatchAction] {
    // The whole list comes in the order of names, not of versions.
    if phase == .streaming { return [.take(isLate: false)] }
    guard phase == .watching else { return [] }
    heard()
    let isLate = !isNewer(version)
    if !isLate { self.version = version }
    return [.take(isLate: isLate)]
  }

  private mutating func bookmark(_ version: String, _ isInitialEnd: Bool) -> [ListWatchAction] {
    if phase == .streaming {
      self.version = version
      guard isInitialEnd else { return stopStreaming() }
      phase = .watching
      return endWhole()
    }
    guard phase == .watching else { return [] }
    heard()
    if isNewer(version) { self.version = version }
    return []
  }

  /// A watch that tells anything is well.
  private mutating func heard() {
    hasTold = true
    shortWatches = 0
    expiries.reset()
    if trouble != nil || brokenAt != nil || backoff.failures > 0 { recover() }
  }

  /// Versions are opaque by contract and numbers on every server; where one is not, nothing is called late.
  private func isNewer(_ version: String) -> Bool {
    guard let new = UInt64(version), let old = UInt64(self.version) else { return true }
    return new > old
  }

  /// The server does not know how to send a list as changes, or ignored that it was asked to.
  mutating func stopStreaming() -> [ListWatchAction] {
    streams = false
    return askForWhole()
  }
}
