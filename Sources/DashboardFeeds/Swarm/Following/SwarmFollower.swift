// Follows one swarm for one reader: connects, asks what the machine wants, takes answers up, and tries again.

internal import DashboardModel
internal import Transport

/// The life of one stream of slices.
actor SwarmFollower {
  /// What it follows, and how.
  struct Settings: Sendable {
    var feed: FeedID
    var cluster: ClusterName?
    var connecting: DockerConnecting
    var transport: any HTTPTransport
    var clock: FeedClock
    var follows: Bool
  }

  let settings: Settings
  let account: SwarmAccount
  private var machine = PollMachine()
  private var store = SwarmStore()
  private var context = ReadingContext(cluster: "swarm")
  private let pause = PauseBell()
  private var failures = 0
  private var wantsRefresh = false
  private var events = EventsState()

  /// How the stream of events does.
  struct EventsState {
    var isOpen = false
    var waiting: [EngineEvent] = []
    var fault: SwarmFault?
    /// The time of the last event, from which on they are replayed.
    var last: String?
  }

  init(_ settings: Settings, _ reader: AsyncStream<FeedSlice>.Continuation) {
    self.settings = settings
    account = SwarmAccount(settings, reader)
  }

  /// Runs until the task is cancelled.
  func run() async {
    account.begin()
    while !Task.isCancelled {
      do throws(SwarmFault) {
        try await follow(try await connect())
      } catch {
        if Task.isCancelled { break }
        await waitAfter(error)
      }
    }
    account.end()
  }

  /// Reads everything anew, or tries again at once.
  func refresh() {
    failures = 0
    wantsRefresh = true
    pause.ring()
  }

  private func connect() async throws(SwarmFault) -> EngineSession {
    let place: DockerConnection
    do throws(DockerFault) {
      place = try settings.connecting.connection()
    } catch {
      throw .place(error)
    }
    let cluster = settings.cluster ?? place.clusterName
    if context.cluster != cluster {
      context = ReadingContext(cluster: cluster)
      store = SwarmStore()
    }
    account.connects(place, cluster)
    let account = account
    let session = try await EngineSession(place, settings.transport) { account.counts(nil) }
    account.connected(session)
    return session
  }

  /// Follows events and asks, until something breaks.
  private func follow(_ session: EngineSession) async throws(SwarmFault) {
    machine = PollMachine()
    let reading = settings.follows ? Task { await self.readEvents(session) } : nil
    defer { reading?.cancel() }
    // What changes while lists are read must be told, so the events come first.
    while settings.follows, !events.isOpen, !Task.isCancelled {
      if let fault = events.fault { throw fault }
      await pause.wait(nil, settings.clock)
    }
    var actions = handle(.eventsOpened)
    while !Task.isCancelled {
      // Something on the way may cut streams off: a first picture is worth more than an account of events.
      if let fault = events.fault, account.hasFacts { throw fault }
      if wantsRefresh {
        wantsRefresh = false
        actions += handle(.refreshWanted)
      }
      while let event = events.waiting.first {
        events.waiting.removeFirst()
        actions += handle(.changed(event))
      }
      if let ask = actions.lazy.compactMap(\.ask).first {
        actions = try await carryOut(ask, session)
        failures = 0
        account.tell(context, store)
      } else {
        let isDone = !settings.follows && account.hasFacts
        let deadline = isDone ? nil : actions.last?.deadline.map { $0 - settings.clock.steady() }
        await pause.wait(deadline, settings.clock)
        actions = handle(.woke)
      }
    }
  }

  private func handle(_ event: PollMachine.Event) -> [PollMachine.Action] {
    machine.handle(event, at: settings.clock.steady())
  }

  private func carryOut(_ ask: SwarmAsk, _ session: EngineSession) async throws(SwarmFault) -> [PollMachine
    .Action]
  {
    let start = settings.clock.steady()
    account.counts(ask.list)
    do throws(SwarmFault) {
      let answer = try await read(ask, session)
      let change = store.take(answer, to: ask)
      account.takes(ask, answer, change, context, store)
      return handle(.answered(ask, change, took: settings.clock.steady() - start))
    } catch {
      guard error.isOfOneList else { throw error }
      account.refused(ask.list, error)
      return handle(.refused(ask))
    }
  }

  private func read(_ ask: SwarmAsk, _ session: EngineSession) async throws(SwarmFault) -> SwarmAnswer {
    let (response, path) = try await session.open(ask)
    var answer = SwarmAnswer(ask.list, path: path)
    var chunks = response.body.makeAsyncIterator()
    do throws(TransportFault) {
      while let chunk = try await chunks.next() {
        account.counts(bytes: chunk.count)
        answer.take(chunk, &context, store)
      }
    } catch {
      throw .transport(error, session.connection.endpoint)
    }
    answer.finish(&context, store)
    if let damage = answer.damage { throw .unreadable(path: path, reason: damage) }
    return answer
  }
}

// Events, and what follows when something breaks.
extension SwarmFollower {
  private func readEvents(_ session: EngineSession) async {
    events = EventsState(last: events.last)
    do throws(SwarmFault) {
      let response = try await session.events(since: events.last)
      account.counts(nil)
      account.hearsEvents()
      events.isOpen = true
      pause.ring()
      throw .transport(await readToEnd(response), session.connection.endpoint)
    } catch {
      if Task.isCancelled { return }
      events.fault = error
      pause.ring()
    }
  }

  /// Takes events up until they end, as they never should; why they did.
  private func readToEnd(_ response: HTTPResponse) async -> TransportFault {
    var stream = EventStream()
    var chunks = response.body.makeAsyncIterator()
    do throws(TransportFault) {
      while let chunk = try await chunks.next() {
        account.counts(bytes: chunk.count)
        take(stream.events(in: chunk))
      }
      return .closedEarly(.body)
    } catch {
      return error
    }
  }

  private func take(_ new: [EngineEvent]) {
    guard let last = new.last else { return }
    events.waiting += new
    events.last = last.time
    account.hearsEvents(new.count)
    pause.ring()
  }

  /// A connection that ends is made anew at once, and nobody needs to know: only what does not come back is told.
  private func waitAfter(_ fault: SwarmFault) async {
    failures += 1
    if failures == 1, account.hasFacts, fault.mayPass {
      return await pause.wait(.milliseconds(200), settings.clock)
    }
    let wait = Self.backoff[min(failures, Self.backoff.count) - 1]
    account.broke(fault, nextTryIn: wait)
    await pause.wait(wait, settings.clock)
  }
  private static let backoff: [Duration] = [1, 2, 4, 8, 15, 30].map { .seconds($0) }
}

extension PollMachine.Action {
  var ask: SwarmAsk? { if case .ask(let ask) = self { ask } else { nil } }
  var deadline: Duration? { if case .wait(let until) = self { until } else { nil } }
}

extension SwarmFault {
  /// Whether it concerns one list, while others may be read.
  var isOfOneList: Bool {
    switch self {
    case .refused, .answer, .unreadable: true
    default: false
    }
  }

  /// Whether it may be gone at the next try: a connection that ended, as they do when an engine is restarted.
  var mayPass: Bool {
    if case .transport(.closedEarly, _) = self { true } else { false }
  }
}
