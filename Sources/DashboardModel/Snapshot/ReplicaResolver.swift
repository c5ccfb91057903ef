// Finds the service, host and credential spec that a replica speaks of, by name.

/// A credential spec's identity as Windows compares it: names of files and registry values without case.
struct CredentialSpecKey: Hashable, Sendable {
  let cluster: ClusterName
  let delivery: Delivery
  let name: String

  init(_ id: CredentialSpecID) {
    cluster = id.cluster
    delivery = id.delivery
    switch id.delivery {
    // Windows takes both slashes for the same. Source: moby/moby daemon/oci_windows.go (the path is joined and opened).
    case .hostFile: name = id.name.lowercased().replacing("/", with: "\\")
    case .hostRegistry: name = id.name.lowercased()
    default: name = id.name
    }
  }
}

/// An owner by its place.
struct OwnerKey: Hashable, Sendable {
  let cluster: ClusterName
  let namespace: String
  let owner: OwnerReference
}

/// The indices of a structure by name. Built once a structure; looked up once a replica.
struct ReplicaResolver: Sendable {
  var hostIndex: [HostID: Int32] = [:]
  var serviceIndex: [ServiceID: Int32] = [:]
  /// Workloads and everything between them and replicas.
  var ownerIndex: [OwnerKey: Int32] = [:]
  var credentialSpecIndex: [CredentialSpecKey: Int] = [:]

  /// The index of the service that owns a replica; nil where the structure has none.
  func service(of replica: Replica) -> Int32? {
    guard let owner = replica.owner else {
      let id = ServiceID(
        cluster: replica.cluster, namespace: replica.namespace, kind: .pod, name: replica.name)
      return serviceIndex[id]
    }
    return ownerIndex[OwnerKey(cluster: replica.cluster, namespace: replica.namespace, owner: owner)]
  }

  /// The index of a replica's host, -1 while unscheduled; nil where the structure does not know the host.
  func host(of replica: Replica) -> Int32? {
    guard let name = replica.hostName, !name.isEmpty else { return -1 }
    return hostIndex[HostID(cluster: replica.cluster, name: name)]
  }
}
