// What the simulation keeps of a replica beyond its facts.

/// A replica of the simulation; its index is the replica's index in `Facts.replicas`.
struct SimulatedReplica: Sendable {
  /// Its service.
  let service: Int
  /// Its host; nil while no host fits.
  var host: Int?
  /// The step at which its state changes by itself, where it is waiting for that.
  var due = 0
  /// Whether it is among the replicas that wait.
  var isWaiting = false
  /// Whether it must stay where and as it is, so that its state stays on stage.
  var isStaged = false
}
