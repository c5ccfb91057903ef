// What can happen on the tour's stage, as values that a scene is written in.

/// The ways by which the stage's fleet gets its credential specs.
package enum StageWay: String, Hashable, Sendable, CaseIterable {
  /// Files on the hosts of a Swarm, copied by hand.
  case files
  /// Swarm configs.
  case configs
  /// Kubernetes resources, handed out by the admission webhook to service accounts that may `use` them.
  case resources
}

/// Something that happens on the stage. Services go by their short names, hosts by their letters.
package enum StageChange: Hashable, Sendable {
  /// The same services and hosts, run by another orchestrator; replicas stay where they are.
  case way(StageWay)
  /// These services are on stage, and no others; names separated by blanks. All are at the start.
  case services(String)
  /// A service has a replica on each of these hosts and on no other; replicas on hosts that it had before stay.
  case place(String, on: String)
  /// Somebody copies the file of a service, as it is now, to hosts.
  case copy(String, to: String)
  /// Somebody removes the file of a service from hosts.
  case remove(String, from: String)
  /// The credential spec of a service changes.
  case rotate(String)
  /// The replicas of a service start anew, with what they are handed now.
  case restart(String)
  /// A service account may `use` its credential spec, or may no longer.
  case allow(String, Bool)
  /// The webhook has so many addresses that answer.
  case webhook(ready: Int)
  /// A host joins, empty.
  case join(Character)
  /// A host takes no replicas any more, or takes them again.
  case open(Character, Bool)
  /// Nobody has an inventory of a host any more, or there is one again.
  case list(Character, Bool)
  /// The host whose copy of a service's file is trusted; nil: what most hosts hold.
  case trust(String, Character?)
  /// Time passes.
  case pass(seconds: Int)
}
