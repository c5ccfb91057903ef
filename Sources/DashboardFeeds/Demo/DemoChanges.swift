// What a simulated step changed, so that a snapshot can be updated in place instead of built again.

package import DashboardModel

/// What a simulated step changed.
package enum DemoChanges: Sendable {
  /// Replicas alone, in the order in which `Snapshot.apply` takes them; may be none.
  case replicas([ReplicaChange])
  /// Other facts too: read all of them again.
  case everything
}
