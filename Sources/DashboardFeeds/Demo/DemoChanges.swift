// What a simulated step changed, so that a snapshot can be updated in place instead of built again.

package import DashboardModel

/// The name by which a replica is known.
package struct ReplicaName: Hashable, Sendable {
  /// Its cluster.
  package let cluster: ClusterName
  /// Its namespace; empty for Swarm.
  package let namespace: String
  /// Its pod name or task id.
  package let name: String

  /// The name of a replica.
  package init(_ replica: Replica) {
    cluster = replica.cluster
    namespace = replica.namespace
    name = replica.name
  }
}

/// What a simulated step changed.
package enum DemoChanges: Sendable {
  /// Replicas alone: those that are new or different, as they are now, and those that are gone. Either may be empty.
  case replicas(changed: [Replica], removed: [ReplicaName])
  /// Other facts too: read all of them again.
  case everything
}
