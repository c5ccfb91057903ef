// The notes a step takes of what it changed.

import DashboardModel

/// What a step has changed so far.
struct Journal: Sendable {
  /// Replicas by index; one may be named twice.
  var changed: [Int] = []
  /// Replicas that are gone.
  var removed: [ReplicaName] = []
  /// Whether anything but replicas changed.
  var hasOtherChanges = false

  /// The notes as the step's answer.
  func changes(in facts: Facts) -> DemoChanges {
    if hasOtherChanges { return .everything }
    var seen: Set<Int> = []
    let once = changed.filter { seen.insert($0).inserted }
    let present = Set(once.map { ReplicaName(facts.replicas[$0]) })
    return .replicas(
      changed: once.map { facts.replicas[$0] }, removed: removed.filter { !present.contains($0) })
  }
}
