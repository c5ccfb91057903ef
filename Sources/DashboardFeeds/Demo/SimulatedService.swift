// What the simulation keeps of a service.

import DashboardModel

/// The part that a service plays in the demo.
enum ServicePart: Sendable {
  /// Nothing unusual.
  case ordinary
  /// Its service account may not use its credential spec: the webhook refuses its pods.
  case denied
  /// Its credential spec does not exist: the webhook refuses its pods.
  case dangling
  /// Its namespace is excluded from the webhook: its pods have the name and no contents.
  case excluded
  /// Its first pod was started before the resource was changed, and nobody restarts it.
  case outdated
  /// Its first pod crashes again and again, for a reason of its own.
  case crashing
  /// One of its tasks cannot start: its host lacks the file.
  case blocked

  /// Whether admission refuses its pods, so that there are none.
  var isRefused: Bool { self == .denied || self == .dangling }
  /// Whether nobody dares to roll it out anew.
  var isUntouched: Bool { self == .excluded }
}

/// A service of the simulation; its index is the service's index in `Facts.services`.
struct SimulatedService: Sendable {
  let id: ServiceID
  let part: ServicePart
  /// The credential spec that it refers to.
  let spec: Int
  /// Where it may run, an index into the simulation's placements.
  var placement: Int
  /// Its replicas in `Facts.replicas`.
  var replicas: Range<Int> = 0..<0
  /// What a replica that starts now is made of; shared by all of them.
  var shared: SharedTemplate
  /// What a replica that starts now is handed; shared by all of them.
  var handed: [HandedIdentity] = []
  /// What a replica that starts now names as its owner.
  var owner: OwnerReference
  /// Its two places in `Facts.ownerLinks`, for the current and the former object; nil where nothing is in between.
  var links: Int?
  /// Which of the two is current.
  var currentLink = 0

  init(id: ServiceID, part: ServicePart, spec: Int, placement: Int) {
    self.id = id
    self.part = part
    self.spec = spec
    self.placement = placement
    shared = SharedTemplate(WorkloadTemplate())
    owner = OwnerReference(kind: id.kind.rawValue, name: id.name)
  }
}
