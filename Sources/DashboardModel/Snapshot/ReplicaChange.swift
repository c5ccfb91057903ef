// Changes of replicas, taken up in place: what a watch or a poll tells between full lists.

/// A change of one replica.
public enum ReplicaChange: Sendable {
  /// The replica is new or has changed.
  case changed(Replica)
  /// The replica is gone.
  case removed(cluster: ClusterName, namespace: String, name: String, owner: OwnerReference?)
}

extension Snapshot {
  /// Takes up changes of replicas in place, in the order given. Cost: the changed services' replicas.
  ///
  /// Returns false, and leaves the snapshot as it was, where a change speaks of a service, host or credential spec
  /// that the structure does not have; merge the feeds anew then.
  public mutating func apply(_ changes: [ReplicaChange]) -> Bool {
    var next = replicas
    for change in changes where !apply(change, to: &next) { return false }
    replicas = next
    return true
  }

  private func apply(_ change: ReplicaChange, to buckets: inout [ReplicaBucket]) -> Bool {
    switch change {
    case .removed(let cluster, let namespace, let name, let owner):
      let gone = Replica(
        cluster: cluster, namespace: namespace, name: name, owner: owner, state: .finished)
      guard let service = structure.resolver.service(of: gone) else { return false }
      buckets[Int(service)].revision += 1
      buckets[Int(service)].replicas.removeAll { $0.replica.name == name }
    case .changed(let replica):
      guard let service = structure.resolver.service(of: replica),
        let host = structure.resolver.host(of: replica),
        replica.handed.allSatisfy({ structure.index(of: $0.credentialSpec) != nil })
      else { return false }
      // A service without a workload object is read off its newest replica, so its template may change with it.
      if structure.services[Int(service)].isInferredFromReplicas { return false }
      buckets[Int(service)].put(PlacedReplica(replica: replica, hostIndex: host))
    }
    return true
  }
}

extension ReplicaBucket {
  mutating func put(_ replica: PlacedReplica) {
    revision += 1
    if let place = replicas.firstIndex(where: { $0.replica.name == replica.replica.name }) {
      replicas[place] = replica
    } else {
      replicas.append(replica)
    }
  }
}
