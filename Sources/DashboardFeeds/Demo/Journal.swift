// The notes a step takes of what it changed.

import DashboardModel

/// What a step has changed so far.
struct Journal: Sendable {
  /// Replicas by index; one may be named twice.
  var changed: [Int] = []
  /// Replicas that are gone, each as a change.
  var removed: [ReplicaChange] = []
  /// Whether anything but replicas changed.
  var hasOtherChanges = false

  /// Notes that a replica is gone.
  mutating func remove(_ replica: Replica) {
    removed.append(
      .removed(
        cluster: replica.cluster, namespace: replica.namespace, name: replica.name, owner: replica.owner))
  }

  /// The notes as the step's answer. Removals come first: a StatefulSet's new pod has the name of the old one.
  func changes(in facts: Facts) -> DemoChanges {
    if hasOtherChanges { return .everything }
    return .replicas(removed + Set(changed).sorted().map { .changed(facts.replicas[$0]) })
  }
}
