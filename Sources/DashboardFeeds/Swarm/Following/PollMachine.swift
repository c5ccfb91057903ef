// What to ask a swarm next, and when: events say what changed of services, nodes and configs; tasks have no events and are
// polled, fast while a service changes and slowly in quiet. Pure: events and times in, actions out.

/// Decides what is asked. One request is out at a time, so that polls never overlap. Times count from any moment.
struct PollMachine {
  /// What happens.
  enum Event: Sendable {
    /// The engine tells of changes from now on: what was before is unknown.
    case eventsOpened
    /// Something changed.
    case changed(EngineEvent)
    /// An answer was taken up: what it changed, how long it took.
    case answered(SwarmAsk, SwarmChange, took: Duration)
    /// The engine does not give this list; it is asked again later.
    case refused(SwarmAsk)
    /// The operator wants everything anew.
    case refreshWanted
    /// Time has passed.
    case woke
  }
  /// What is to be done.
  enum Action: Hashable, Sendable {
    case ask(SwarmAsk)
    /// Nothing until this time, or an event.
    case wait(until: Duration)
  }

  /// How soon a service that changes is looked at, and looked at again.
  static let quick = Duration.milliseconds(400)
  /// How seldom while its update goes on and nothing is seen to change.
  static let updating = Duration.seconds(1)
  /// From this pause on a service counts as quiet again.
  static let quiet = Duration.seconds(16)
  /// How often all tasks are looked at in quiet: three requests a minute.
  static let sweep = Duration.seconds(20)
  /// How often services and nodes are listed though nothing was told of them: one request a minute.
  static let review = Duration.seconds(120)
  /// How often a list that was refused is asked for again.
  static let again = Duration.seconds(60)
  /// Of the time, at most one part in so many is spent on polls of all tasks in quiet.
  static let patience = 30

  /// A service whose tasks are looked at often.
  private struct Restless {
    var pause: Duration
    var next: Duration
    var isUpdating = false
  }
  /// What is to be read anew of a list.
  private enum Doubt {
    case nothing
    case ids(Set<String>)
    case everything
  }

  private var doubts: [SwarmList: Doubt] = [
    .services: .everything, .nodes: .everything, .configs: .everything,
  ]
  /// When a list is read as a whole, though nobody told of a change.
  private var due: [SwarmList: Duration] = [.tasks: .zero]
  private var sweepPause = PollMachine.sweep
  private var restless: [String: Restless] = [:]
  private var isAsking = false

  /// The services that are looked at often.
  var restlessServices: Set<String> { Set(restless.keys) }

  /// Takes an event up. The actions are to be carried out in their order; a wait replaces an earlier one.
  mutating func handle(_ event: Event, at now: Duration) -> [Action] {
    switch event {
    case .eventsOpened, .refreshWanted:
      for list in SwarmList.allCases where list != .tasks { doubts[list] = .everything }
      due[.tasks] = now
    case .changed(let event): take(event, at: now)
    case .answered(let ask, let change, let took):
      isAsking = false
      take(ask, change, took, at: now)
    case .refused(let ask):
      isAsking = false
      doubts[ask.list] = .nothing
      due[ask.list] = now + Self.again
      // A part that is refused is no reason to ask for it all the time.
      if case .services(let ids) = ask.scope { for id in ids { restless[id] = nil } }
    case .woke: break
    }
    return next(at: now)
  }

  private mutating func take(_ event: EngineEvent, at now: Duration) {
    switch event.kind {
    case .service:
      doubt(.services, event.id)
      stir(event.id, at: now, isUpdating: event.isUpdating)
    case .config: doubt(.configs, event.id)
    case .node:
      doubt(.nodes, event.id)
      // Tasks move, and which ones is not told.
      due[.tasks] = min(due[.tasks] ?? now, now + Self.quick)
      sweepPause = Self.updating
    }
  }

  private mutating func doubt(_ list: SwarmList, _ id: String) {
    switch doubts[list] ?? .nothing {
    case .nothing: doubts[list] = .ids([id])
    case .ids(let ids): doubts[list] = .ids(ids.union([id]))
    case .everything: break
    }
  }

  private mutating func stir(_ service: String, at now: Duration, isUpdating: Bool?) {
    var state = restless[service] ?? Restless(pause: Self.quick, next: now + Self.quick)
    state.pause = Self.quick
    state.next = min(state.next, now + Self.quick)
    if let isUpdating { state.isUpdating = isUpdating }
    restless[service] = state
  }

  private mutating func take(_ ask: SwarmAsk, _ change: SwarmChange, _ took: Duration, at now: Duration) {
    for service in change.updatingServices { stir(service, at: now, isUpdating: true) }
    if !change.unknownConfigs.isEmpty {
      for id in change.unknownConfigs { doubt(.configs, id) }
    }
    switch (ask.list, ask.scope) {
    case (.tasks, .services(let looked)):
      for service in looked { settle(service, hasChanged: change.services.contains(service), took, at: now) }
    case (.tasks, _):
      for service in change.services where !change.isFirst { stir(service, at: now, isUpdating: nil) }
      for service in restlessServices where !change.services.contains(service) {
        settle(service, hasChanged: false, took, at: now)
      }
      let rest = change.services.isEmpty ? sweepPause * 2 : Self.updating
      sweepPause = change.isFirst ? Self.sweep : min(max(rest, Self.updating), Self.sweep)
      due[.tasks] = now + max(sweepPause, took * (sweepPause == Self.sweep ? Self.patience : 2))
    case (let list, .everything): due[list] = list == .configs ? nil : now + Self.review
    default: break
    }
  }

  /// After a look at a service: soon again where something changed, later and later where nothing did.
  private mutating func settle(_ service: String, hasChanged: Bool, _ took: Duration, at now: Duration) {
    guard var state = restless[service] else { return }
    state.pause = hasChanged ? Self.quick : state.pause * 2
    if state.isUpdating { state.pause = min(state.pause, Self.updating) }
    if state.pause >= Self.quiet {
      restless[service] = nil
      return
    }
    state.next = now + max(state.pause, took * 2)
    restless[service] = state
  }

  private mutating func next(at now: Duration) -> [Action] {
    if isAsking { return [] }
    if let ask = nextAsk(at: now) {
      isAsking = true
      return [.ask(ask)]
    }
    let times = Array(due.values) + restless.values.map(\.next)
    return [.wait(until: times.min() ?? now + Self.sweep)]
  }

  private mutating func nextAsk(at now: Duration) -> SwarmAsk? {
    for list in [SwarmList.services, .nodes, .configs] {
      if let time = due[list], time <= now {
        doubts[list] = .everything
        due[list] = nil
      }
      let doubt = doubts[list] ?? .nothing
      doubts[list] = .nothing
      switch doubt {
      case .nothing: continue
      case .ids(let ids) where ids.count <= 100: return SwarmAsk(list: list, scope: .ids(ids))
      case .ids, .everything: return SwarmAsk(list: list)
      }
    }
    if let time = due[.tasks], time <= now {
      due[.tasks] = nil
      return SwarmAsk(list: .tasks)
    }
    // Those that would be due in a moment come along: one request for all of them.
    guard restless.values.contains(where: { $0.next <= now }) else { return nil }
    let looked = restless.filter { $0.value.next <= now + Self.quick / 2 }.keys
    return SwarmAsk(list: .tasks, scope: looked.count > 100 ? .everything : .services(Set(looked)))
  }
}

/// What an answer changed of what was known.
struct SwarmChange: Hashable, Sendable {
  /// Whether anything but tasks changed.
  var isStructural = false
  /// The services whose tasks changed.
  var services: Set<String> = []
  /// The services that say that their update goes on.
  var updatingServices: Set<String> = []
  /// Configs that services refer to and whose contents were not kept.
  var unknownConfigs: Set<String> = []
  /// Whether the list was read for the first time: everything in it is new, and nothing changes.
  var isFirst = false

  /// Whether nothing changed.
  var isEmpty: Bool { !isStructural && services.isEmpty }
}
