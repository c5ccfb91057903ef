// A Swarm task as read, before it is seen beside its slot's other tasks.

import DashboardModel

/// A task. Its replica names the node by ID until the node list is known, and its credential spec by config ID until
/// the configs are.
final class SwarmTask: Hashable, Sendable {
  let replica: Replica
  /// The service and the slot (or the node, for a global service): of the tasks in a slot the newest counts.
  let slot: String
  let createdAt: Timestamp?
  /// Whether its node or engine refused or lost it.
  let hasFailed: Bool

  init(replica: Replica, slot: String, createdAt: Timestamp?, hasFailed: Bool) {
    self.replica = replica
    self.slot = slot
    self.createdAt = createdAt
    self.hasFailed = hasFailed
  }

  static func == (left: SwarmTask, right: SwarmTask) -> Bool {
    left.replica == right.replica && left.slot == right.slot && left.createdAt == right.createdAt
      && left.hasFailed == right.hasFailed
  }
  func hash(into hasher: inout Hasher) { hasher.combine(replica.name) }
}

/// A config as read.
final class SwarmConfig: Hashable, Sendable {
  /// With the config's name, and its ID as `objectID`.
  let credentialSpec: CredentialSpec
  /// Whether its label or data say that it is a credential spec; otherwise a service must.
  let looksLikeCredentialSpec: Bool

  init(credentialSpec: CredentialSpec, looksLikeCredentialSpec: Bool) {
    self.credentialSpec = credentialSpec
    self.looksLikeCredentialSpec = looksLikeCredentialSpec
  }

  static func == (left: SwarmConfig, right: SwarmConfig) -> Bool {
    left.credentialSpec == right.credentialSpec
      && left.looksLikeCredentialSpec == right.looksLikeCredentialSpec
  }
  func hash(into hasher: inout Hasher) { hasher.combine(credentialSpec) }
}
