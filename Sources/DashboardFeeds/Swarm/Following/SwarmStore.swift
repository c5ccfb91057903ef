// Everything that was read of a swarm, by ID, and what an answer changes of it.

internal import DashboardModel

/// The objects of a swarm.
struct SwarmStore {
  private struct Held {
    var object: ReadObject
    var details: SwarmDetails
    /// A config whose contents were dropped: it is no credential spec, as far as anybody has said.
    var isBare = false
  }
  /// A task: most have nothing to do with credential specs, and are held by their revision alone.
  private struct HeldTask {
    var revision: UInt64?
    var task: SwarmTask?
  }

  private var objects: [SwarmList: [String: Held]] = [:]
  private var tasks: [String: [String: HeldTask]] = [:]
  private var serviceOfTask: [String: String] = [:]
  /// The configs that services hand over as credential specs, by ID.
  private var referred: Set<String> = []

  /// The revision at which an object is known.
  func revision(of id: String, in list: SwarmList) -> UInt64? {
    guard list == .tasks else {
      // What lacks its contents is to be read once more.
      return objects[list]?[id].flatMap { $0.isBare && referred.contains(id) ? nil : $0.object.revision }
    }
    return serviceOfTask[id].flatMap { tasks[$0]?[id]?.revision }
  }

  /// How many objects of a list are kept, and how many were dropped because nothing depends on them.
  func count(of list: SwarmList) -> (kept: Int, skipped: Int) {
    guard list == .tasks else { return (objects[list]?.count ?? 0, 0) }
    let kept = tasks.values.reduce(0) { $0 + $1.values.count { $0.task != nil } }
    return (kept, serviceOfTask.count - kept)
  }

  /// Takes an answer up. What it asked for and did not get is gone, unless parts of it could not be read.
  mutating func take(_ answer: SwarmAnswer, to ask: SwarmAsk) -> SwarmChange {
    let isComplete = answer.coverage == .everything
    if ask.list == .tasks { return takeTasks(answer, ask.scope, isComplete) }
    var change = SwarmChange(isFirst: objects[ask.list] == nil)
    var held = objects[ask.list] ?? [:]
    for (id, seen) in answer.seen {
      guard case .read(let object, let details) = seen else { continue }
      held[id] = ask.list == .configs ? self.held(object, details) : Held(object: object, details: details)
      change.isStructural = true
      if details.isUpdating { change.updatingServices.insert(id) }
    }
    let asked: [String] =
      switch ask.scope {
      case .ids(let ids): ids.filter { held[$0] != nil }
      default: Array(held.keys)
      }
    if isComplete {
      for id in asked where answer.seen[id] == nil {
        held[id] = nil
        change.isStructural = true
      }
    }
    objects[ask.list] = held
    if change.isFirst { change.isStructural = true }
    if ask.list == .services, change.isStructural {
      let named = services.lazy.flatMap {
        $0.template.references.map(\.credentialSpec) + ($0.rollbackReferences ?? [])
      }
      referred = Set(named.map(\.name))
      change.unknownConfigs = referred.filter { objects[.configs]?[$0]?.isBare == true }
    }
    return change
  }

  /// A config without its contents where nobody takes it for a credential spec: swarms hold megabytes of other ones.
  private func held(_ object: ReadObject, _ details: SwarmDetails) -> Held {
    guard case .config(let config) = object.facts, !config.looksLikeCredentialSpec,
      !referred.contains(object.key.name)
    else { return Held(object: object, details: details) }
    var bare = config.credentialSpec
    bare.contents = nil
    var object = object
    object.facts = .config(SwarmConfig(credentialSpec: bare, looksLikeCredentialSpec: false))
    return Held(object: object, details: details, isBare: true)
  }

  private mutating func takeTasks(
    _ answer: SwarmAnswer, _ scope: SwarmAsk.Scope, _ isComplete: Bool
  ) -> SwarmChange {
    var change = SwarmChange(isFirst: serviceOfTask.isEmpty)
    for (id, seen) in answer.seen {
      guard case .read(let object, let details) = seen else { continue }
      var task: SwarmTask?
      if case .task(let read) = object.facts { task = read }
      if let before = serviceOfTask[id], before != details.service { tasks[before]?[id] = nil }
      tasks[details.service, default: [:]][id] = HeldTask(revision: object.revision, task: task)
      serviceOfTask[id] = details.service
      change.services.insert(details.service)
    }
    guard isComplete else { return change }
    let looked: [String] =
      switch scope {
      case .services(let services): Array(services)
      default: Array(tasks.keys)
      }
    for service in looked {
      for id in tasks[service]?.keys.filter({ answer.seen[$0] == nil }) ?? [] {
        tasks[service]?[id] = nil
        serviceOfTask[id] = nil
        change.services.insert(service)
      }
      if tasks[service]?.isEmpty == true { tasks[service] = nil }
    }
    return change
  }
}

// What the objects say together.
extension SwarmStore {
  /// The tasks of a service that have to do with credential specs.
  func tasks(of service: String) -> [SwarmTask] { tasks[service]?.values.compactMap(\.task) ?? [] }

  /// The services that have such tasks.
  var servicesWithTasks: [String] { Array(tasks.keys) }

  /// How many tasks have nothing to do with credential specs.
  var skippedTasks: Int { count(of: .tasks).skipped }

  /// The nodes and services as read, by ID.
  var hosts: [Host] { facts(of: .nodes).flatMap(\.hosts) }
  var services: [Service] { facts(of: .services).flatMap(\.services) }

  var configs: [SwarmConfig] {
    (objects[.configs] ?? [:]).sorted { $0.key < $1.key }.compactMap { _, held in
      if case .config(let config) = held.object.facts { config } else { nil }
    }
  }

  private func facts(of list: SwarmList) -> [Facts] {
    (objects[list] ?? [:]).sorted { $0.key < $1.key }.compactMap { _, held in
      if case .facts(let box) = held.object.facts { box.facts } else { nil }
    }
  }
}
