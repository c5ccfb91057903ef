// Changes of replicas, taken up in place: what a watch or a poll tells between full lists.

/// A change of one replica.
public enum ReplicaChange: Hashable, Sendable {
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
    var changed: Set<Int> = []
    for change in changes {
      guard let service = apply(change, to: &next) else { return false }
      changed.insert(service)
    }
    // Once a service, however many of its replicas changed.
    for service in changed { next[service].finishChanges() }
    replicas = next
    return true
  }

  /// Changes a replica; the index of its service, nil where the structure does not hold with the change.
  private func apply(_ change: ReplicaChange, to buckets: inout [ReplicaBucket]) -> Int? {
    switch change {
    case .removed(let cluster, let namespace, let name, let owner):
      let gone = Replica(
        cluster: cluster, namespace: namespace, name: name, owner: owner, state: .finished)
      guard let service = structure.resolver.service(of: gone).map(Int.init) else { return nil }
      guard let place = buckets[service].place(of: name) else { return service }
      guard isStructureKept(service, handed: buckets[service].replicas[place].replica.handed) else {
        return nil
      }
      buckets[service].remove(at: place)
      return service
    case .changed(let replica):
      guard let service = structure.resolver.service(of: replica).map(Int.init),
        let host = structure.resolver.host(of: replica),
        replica.handed.allSatisfy({ structure.index(of: $0.credentialSpec) != nil })
      else { return nil }
      let place = buckets[service].place(of: replica.name)
      let before = place.map { buckets[service].replicas[$0].replica.handed } ?? []
      guard isStructureKept(service, handed: replica.handed + before) else { return nil }
      buckets[service].put(PlacedReplica(replica: replica, hostIndex: host), at: place)
      return service
    }
  }
}

extension Snapshot {
  /// Whether services, hosts and credential specs stay what they are when a replica of a service changes that is or
  /// was handed `handed`.
  private func isStructureKept(_ index: Int, handed: [HandedIdentity]) -> Bool {
    let service = structure.services[index]
    // Without a workload object a service is read off its newest replica; a bare pod comes and goes with its service.
    if service.isInferredFromReplicas || service.id.kind == .pod { return false }
    // What a replica holds although its service asks for none decides who stands on the axes.
    if service.template.references.isEmpty { return handed.isEmpty }
    return handed.allSatisfy { identity in
      guard let place = structure.index(of: identity.credentialSpec) else { return false }
      let entry = structure.credentialSpecs[place]
      // A credential spec that only replicas tell of stands on its axis because of them, and so does its account.
      if case .given = identity.contents, entry.reference == nil { return false }
      return entry.object != nil || !structure.heldCopies[place].isEmpty
        || isReferred(identity.credentialSpec, by: service)
    }
  }

  private func isReferred(_ credentialSpec: CredentialSpecID, by service: Service) -> Bool {
    service.template.references.contains { $0.credentialSpec == credentialSpec }
  }
}
