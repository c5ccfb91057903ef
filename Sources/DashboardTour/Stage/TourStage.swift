// The stage of the tour: a fleet of hosts A to T that only does what a scene tells it to.

package import DashboardModel

/// A small fleet under one orchestrator. Pure: the same changes from the same seed give the same facts.
package struct TourStage: Sendable {
  /// A service of the stage; its account and credential spec are named after it.
  struct Service: Sendable {
    let name: String
    var revision = 0
    var isAllowed = true
    var isOnStage = true
    var trusted: Character?
    /// Counts template changes, so that each rollout has a ReplicaSet of its own.
    var rollout = 0
  }

  /// A replica of the stage.
  struct Actor: Sendable {
    let service: Int
    let host: Character
    let id: String
    let since: Timestamp
    /// The revision that it was handed; nil: it carries a name without contents.
    let revision: Int?
    /// Whether it found no file when it started.
    let isBlocked: Bool
    let rollout: Int
  }

  /// When the curtain rises: a fixed moment, so that the same tour is the same tomorrow.
  package static let opening = Timestamp(milliseconds: 1_791_190_800_000)

  /// The services of the stage.
  static let names = ["payments", "ledger", "crm", "hr", "billing", "orders"]

  /// The simulated time.
  package private(set) var now = TourStage.opening
  private(set) var way = StageWay.files
  private(set) var hosts: [Character] = Array("abcdefghijklmnopqrst")
  private(set) var closed: Set<Character> = []
  private(set) var unlisted: Set<Character> = []
  private(set) var services = TourStage.names.map { Service(name: $0) }
  private(set) var actors: [Actor] = []
  /// For each host and service the revision of the file that lies there.
  private(set) var copies: [Character: [Int: Int]] = [:]
  private(set) var webhookAddresses = 2
  private var random: SplitMix64

  /// The stage before the first scene: hosts and services, and no replica.
  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Lets something happen. A name that the stage does not know is passed over.
  package mutating func apply(_ change: StageChange) {
    switch change {
    case .way(let way): take(way)
    case .services(let names):
      let names = names.split(separator: " ").map(String.init)
      for index in services.indices { services[index].isOnStage = names.contains(services[index].name) }
    case .place(let name, let letters): service(name).map { place($0, on: Array(letters)) }
    case .copy(let name, let letters): service(name).map { copy($0, to: letters) }
    case .remove(let name, let letters):
      service(name).map { index in for host in letters { copies[host]?[index] = nil } }
    case .rotate(let name): service(name).map { rotate($0) }
    case .restart(let name): service(name).map { restart($0) }
    case .allow(let name, let isAllowed): service(name).map { services[$0].isAllowed = isAllowed }
    case .webhook(let ready): webhookAddresses = ready
    case .join(let host): if !hosts.contains(host) { hosts.append(host) }
    case .open(let host, let isOpen): if isOpen { closed.remove(host) } else { closed.insert(host) }
    case .list(let host, let isListed): if isListed { unlisted.remove(host) } else { unlisted.insert(host) }
    case .trust(let name, let host): service(name).map { services[$0].trusted = host }
    case .pass(let seconds): now = now.advanced(by: .seconds(seconds))
    }
  }

  private func service(_ name: String) -> Int? { services.firstIndex { $0.name == name } }

  private mutating func take(_ way: StageWay) {
    self.way = way
    for index in services.indices { restart(index) }
  }

  private mutating func place(_ service: Int, on letters: [Character]) {
    let kept = actors.filter { $0.service == service && letters.contains($0.host) }
    let started = letters.filter { host in !kept.contains { $0.host == host } }.map { start(service, on: $0) }
    actors = actors.filter { $0.service != service } + kept + started.compactMap(\.self)
  }

  private mutating func restart(_ service: Int) {
    let places = actors.filter { $0.service == service }.map(\.host)
    services[service].rollout += 1
    actors.removeAll { $0.service == service }
    place(service, on: places)
  }

  /// A new replica; nil where admission refuses it.
  private mutating func start(_ service: Int, on host: Character) -> Actor? {
    let it = services[service]
    let id = random.text(of: way == .resources ? 5 : 24, from: "bcdfghjklmnpqrstvwxz2456789")
    if way == .resources, !it.isAllowed || webhookAddresses == 0 { return nil }
    let isBlocked = way == .files && copies[host]?[service] == nil
    return Actor(
      service: service, host: host, id: id, since: now, revision: it.revision, isBlocked: isBlocked,
      rollout: it.rollout)
  }

  private mutating func copy(_ service: Int, to letters: String) {
    for host in letters {
      copies[host, default: [:]][service] = services[service].revision
      // A task that found no file is started again by its service, and finds one.
      for place in actors.indices
      where actors[place].service == service && actors[place].host == host && actors[place].isBlocked {
        if let actor = start(service, on: host) { actors[place] = actor }
      }
    }
  }

  /// New contents. A config cannot be changed: its services move to a new one at once.
  private mutating func rotate(_ service: Int) {
    services[service].revision += 1
    if way == .configs { restart(service) }
  }
}
