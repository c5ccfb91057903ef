// What the simulation keeps of a host beyond its facts.

/// A host of the simulation; its index is the host's index in `Facts.hosts`.
struct SimulatedHost: Sendable {
  /// The cluster it belongs to.
  let orchestrator: DemoOrchestrator
  /// Its zone, an index into the cluster's zones.
  let zone: Int
  /// Its pool; nil for the Linux nodes of the control plane.
  let pool: DemoPool?
  /// Whether it plays a part that must stay on stage: it never drains or fails, and nobody tidies it up.
  var isStaged = false
  /// The inventories of its files and of its registry in `Facts.listings`; nil where there is none.
  var fileListing: Int?
  var registryListing: Int?
  /// Whether its inventory is taken again from time to time.
  var isListedOften = true
  /// Whether it may be given replicas now: not drained, not failed.
  var isOpen = true
  /// The step at which it opens again, while it is closed.
  var opensAt = 0
  /// The replicas still to be moved off while it drains.
  var leaving: [Int] = []
}
