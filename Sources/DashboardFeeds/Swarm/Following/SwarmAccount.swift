// What a follower tells its reader: facts, how old they are, how the connection does, and what is wrong.

internal import DashboardModel
internal import Synchronization
internal import Transport

/// Keeps account of one stream and writes its slices. Shared with what counts requests, hence the lock.
final class SwarmAccount: Sendable {
  private struct State {
    var picture = SwarmPicture(cluster: "swarm")
    var cluster: ClusterName = "swarm"
    var coverage: [SwarmList: Coverage] = [:]
    var troubles: [SwarmList: KindTrouble] = [:]
    var unreadable: [SwarmList: [UnreadableItem]] = [:]
    var lists: [SwarmList: FollowedList] = [:]
    var events = FollowedList(name: "events")
    var connection: FeedConnection?
    var requests = 0
    var bytes = 0
    var outage: FeedOutage?
    /// The lists that were answered or refused since the last break: facts are new again when all were.
    var asked: Set<SwarmList> = []
    var hasFacts = false
    var pending = SwarmChange()
    var beganAt: Duration = .zero
    var toldAt: Duration?
    var toldRevision = -1
  }

  private let settings: SwarmFollower.Settings
  private let reader: AsyncStream<FeedSlice>.Continuation
  private let state = Mutex(State())
  /// An unchanged picture is told this often, so that its age is right.
  private static let heartbeat = Duration.seconds(5)

  init(_ settings: SwarmFollower.Settings, _ reader: AsyncStream<FeedSlice>.Continuation) {
    self.settings = settings
    self.reader = reader
  }

  /// Whether a whole picture stood.
  var hasFacts: Bool { state.withLock { $0.hasFacts } }

  func begin() {
    state.withLock { $0.beganAt = settings.clock.steady() }
    yield()
  }

  func end() { reader.finish() }

  /// A request is made, for a list or for something else.
  func counts(_ list: SwarmList?) {
    state.withLock { state in
      state.requests += 1
      if let list { state.lists[list, default: FollowedList(name: list.rawValue)].requests += 1 }
    }
  }

  func counts(bytes: Int) { state.withLock { $0.bytes += bytes } }

  /// An attempt begins.
  func connects(_ place: DockerConnection, _ cluster: ClusterName) {
    let now = settings.clock.wall()
    state.withLock { state in
      var details = FeedConnection(
        address: place.endpoint.words, security: place.security, login: place.login,
        serverVersion: state.connection?.serverVersion, startedAt: state.connection?.startedAt ?? now)
      details.firstFacts = state.connection?.firstFacts
      details.notes = ["found by \(place.origin)"]
      state.connection = details
      if state.cluster != cluster || !state.hasFacts {
        state.cluster = cluster
        state.picture = SwarmPicture(cluster: cluster)
      }
    }
  }

  func connected(_ session: EngineSession) {
    state.withLock { state in
      state.connection?.serverVersion = "docker \(session.info.serverVersion), API \(session.version.text)"
    }
  }

  /// Events are told from now on, or came.
  func hearsEvents(_ count: Int = 0) {
    let now = settings.clock.wall()
    state.withLock { state in
      if count == 0 { state.events.requests += 1 }
      state.events.phase = .following
      state.events.changes += count
      state.events.heardAt = now
    }
  }
}

// Answers.
extension SwarmAccount {
  /// An answer was taken up.
  func takes(
    _ ask: SwarmAsk, _ answer: SwarmAnswer, _ change: SwarmChange, _ context: ReadingContext,
    _ store: SwarmStore
  ) {
    let now = settings.clock.wall()
    state.withLock { state in
      state.troubles[ask.list] = nil
      state.asked.insert(ask.list)
      if ask.scope == .everything {
        state.coverage[ask.list] = answer.coverage
        state.unreadable[ask.list] = answer.unreadable
      }
      var list = state.lists[ask.list] ?? FollowedList(name: ask.list.rawValue)
      (list.kept, list.skipped) = store.count(of: ask.list)
      list.phase = .following
      list.heardAt = now
      if !change.isFirst, !change.isEmpty { list.changes += 1 }
      state.lists[ask.list] = list
      state.pending.join(change)
    }
  }

  /// The engine does not give a list. What was read of it before stays, and is known to be old.
  func refused(_ list: SwarmList, _ fault: SwarmFault) {
    let now = settings.clock.wall()
    state.withLock { state in
      let since = state.troubles[list]?.since ?? now
      state.asked.insert(list)
      state.troubles[list] = KindTrouble(
        cluster: state.cluster, kind: list.factKind, cause: fault.cause, reason: fault.text, since: since)
      if state.coverage[list] == nil { state.coverage[list] = .nothing(reason: fault.text) }
      state.lists[list, default: FollowedList(name: list.rawValue)].phase = .absent
    }
  }

  /// Says what is known now, where it is enough to be said.
  func tell(_ context: ReadingContext, _ store: SwarmStore) {
    let now = settings.clock.steady()
    let isDue = state.withLock { state in
      guard state.coverage.count == SwarmList.allCases.count else { return true }
      if !state.hasFacts {
        state.hasFacts = true
        state.pending.isStructural = true
        state.connection?.firstFacts = FeedConnection.Milestone(
          at: settings.clock.wall(), requests: state.requests)
      }
      let coverage = SwarmList.allCases.compactMap { list in
        state.coverage[list].map {
          CoverageEntry(cluster: state.cluster, kind: list.factKind, coverage: $0)
        }
      }
      state.picture.update(store, state.pending, configNames: context.configNames, coverage: coverage)
      state.pending = SwarmChange()
      let isRecovered = state.outage != nil && state.asked.count == SwarmList.allCases.count
      if isRecovered { state.outage = nil }
      let isNew = state.picture.revision != state.toldRevision
      return isNew || isRecovered || state.toldAt.map { now - $0 >= Self.heartbeat } ?? true
    }
    if isDue { yield() }
  }

  /// The connection does not come back by itself.
  func broke(_ fault: SwarmFault, nextTryIn wait: Duration) {
    let now = settings.clock.wall()
    state.withLock { state in
      state.outage = FeedOutage(fault.cause, reason: fault.text, since: state.outage?.since ?? now)
      state.connection?.nextTryAt = now.advanced(by: wait)
      state.asked = []
      for list in SwarmList.allCases {
        state.lists[list, default: FollowedList(name: list.rawValue)].phase = .waiting
      }
      state.events.phase = .waiting
    }
    yield()
  }

  private func yield() {
    let now = settings.clock.steady()
    reader.yield(
      state.withLock { state in
        state.toldAt = now
        state.toldRevision = state.picture.revision
        return Self.slice(of: state, settings, at: now)
      })
  }

  private static func slice(
    of state: State, _ settings: SwarmFollower.Settings, at now: Duration
  ) -> FeedSlice {
    var slice = FeedSlice(
      feed: settings.feed, status: status(state, settings, now),
      observedAt: state.hasFacts ? state.lists[.tasks]?.heardAt ?? settings.clock.wall() : nil,
      interval: PollMachine.sweep, revision: state.picture.revision, facts: state.picture.facts,
      unreadable: SwarmList.allCases.flatMap { state.unreadable[$0] ?? [] },
      troubles: SwarmList.allCases.compactMap { state.troubles[$0] })
    slice.recent = state.picture.recent
    var connection = state.connection
    connection?.requests = state.requests
    connection?.receivedBytes = state.bytes
    connection?.lists = SwarmList.allCases.compactMap { state.lists[$0] } + [state.events]
    slice.connection = connection
    return slice
  }

  private static func status(
    _ state: State, _ settings: SwarmFollower.Settings, _ now: Duration
  ) -> FeedStatus {
    if let outage = state.outage { return .broken(outage) }
    if state.hasFacts { return settings.follows ? .live : .settled }
    let items = state.lists.values.reduce(0) { $0 + $1.kept + $1.skipped }
    return .reading(ReadProgress(bytes: state.bytes, items: items, elapsed: now - state.beganAt))
  }
}

extension SwarmChange {
  /// What two answers changed together.
  mutating func join(_ other: SwarmChange) {
    isStructural = isStructural || other.isStructural
    services.formUnion(other.services)
  }
}
