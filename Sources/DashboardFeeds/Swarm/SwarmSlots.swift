// The tasks of a slot are tries of one replica; what they say together is found here.

import DashboardModel

/// The slots of a feed's tasks, and which task tells a slot's state.
///
/// A manager makes the next task of a slot as soon as one fails, and keeps it `ready` for the restart delay, 5 s unless
/// told otherwise: most looks at a slot that never gets up find it there. Such a task tells nothing yet, so the failure
/// before it stands until the next try has come to something. Source: moby/swarmkit
/// manager/orchestrator/restart/restart.go; recorded from a manager of Docker 20.10.
struct SwarmSlots {
  /// What a task is in its slot.
  enum Part {
    /// What its own state says.
    case itself
    /// The slot fails, and this task says why.
    case failure
    /// The wait for the next try at the same place: no other replica than the one that failed.
    case waitForNextTry
  }

  private struct Slot {
    var newest: SwarmTask
    var newestDecided: SwarmTask?
  }

  private var slots: [String: Slot] = [:]

  init(_ tasks: [SwarmTask]) {
    for task in tasks { add(task, at: Self.key(task)) }
  }

  private static func key(_ task: SwarmTask) -> String { "\(task.replica.cluster.text) \(task.slot)" }

  private mutating func add(_ task: SwarmTask, at key: String) {
    var slot = slots[key] ?? Slot(newest: task)
    if task.isNewer(than: slot.newest) { slot.newest = task }
    if task.isDecided, slot.newestDecided.map({ task.isNewer(than: $0) }) ?? true {
      slot.newestDecided = task
    }
    slots[key] = slot
  }

  /// What the task is in its slot.
  func part(of task: SwarmTask) -> Part {
    // Most tasks run and never failed: they need no look at their slot.
    guard task.hasFailed || !task.isDecided, let slot = slots[Self.key(task)] else { return .itself }
    guard let failure = slot.newestDecided, failure.hasFailed, slot.newest.isTryOfSame(as: failure) else {
      return .itself
    }
    if task.hasFailed { return failure.replica.name == task.replica.name ? .failure : .itself }
    let waits = task.isNewer(than: failure) && task.replica.hostName == failure.replica.hostName
    return waits ? .waitForNextTry : .itself
  }
}

extension SwarmTask {
  /// Whether it ran or ended, or says what keeps it from starting.
  fileprivate var isDecided: Bool { replica.state != .starting || replica.trouble != nil }

  /// Whether it was made after another task of its slot.
  fileprivate func isNewer(than other: SwarmTask) -> Bool {
    guard let createdAt, let earlier = other.createdAt else { return createdAt != nil }
    return createdAt > earlier
  }

  /// Whether both were made from one template: after an update the failures before it tell nothing.
  fileprivate func isTryOfSame(as other: SwarmTask) -> Bool {
    replica.name == other.replica.name || replica.template == other.replica.template
  }
}
