// The names by which facts refer to each other: own types, so that a host is never passed where a service is meant.

/// The name under which one cluster is shown. Two feeds that use one name speak of one cluster.
public struct ClusterName: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The name as shown.
  public let text: String

  /// Names a cluster.
  public init(_ text: String) { self.text = text }
  /// Names a cluster by a literal.
  public init(stringLiteral value: String) { self.text = value }
  /// Reads the bare string of the snapshot format.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }
  /// Writes the bare string of the snapshot format.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A node of one cluster. Two clusters may share a machine; that is said on the host, and never merged.
public struct HostID: Hashable, Sendable, Codable {
  /// The cluster that has the node.
  public let cluster: ClusterName
  /// The node's name: Kubernetes `metadata.name`, Swarm `Description.Hostname`.
  public let name: String

  /// Names a host.
  public init(cluster: ClusterName, name: String) {
    self.cluster = cluster
    self.name = name
  }
}

/// What runs and asks for a credential spec, by cluster, namespace, kind and name.
public struct ServiceID: Hashable, Sendable, Codable {
  /// The cluster that runs the service.
  public let cluster: ClusterName
  /// The Kubernetes namespace; empty for a Swarm service.
  public let namespace: String
  /// The kind of the workload.
  public let kind: ServiceKind
  /// The workload's name.
  public let name: String

  /// Names a service.
  public init(cluster: ClusterName, namespace: String, kind: ServiceKind, name: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.kind = kind
    self.name = name
  }

  /// `namespace/name`, or the name alone where there is no namespace.
  public var qualifiedName: String { namespace.isEmpty ? name : "\(namespace)/\(name)" }
}

/// One named object of one delivery in one cluster; an inline body is named by its hash.
public struct CredentialSpecID: Hashable, Sendable, Codable {
  /// The cluster that delivers it.
  public let cluster: ClusterName
  /// How it reaches a container.
  public let delivery: Delivery
  /// The custom resource's, config's, file's or registry value's name.
  public let name: String

  /// Names a credential spec.
  public init(cluster: ClusterName, delivery: Delivery, name: String) {
    self.cluster = cluster
    self.delivery = delivery
    self.name = name
  }
}

/// The place facts came from, as shown on the sources screen.
public struct FeedID: Hashable, Sendable, Codable, ExpressibleByStringLiteral {
  /// The SOURCE word, or the file's path.
  public let text: String

  /// Names a feed.
  public init(_ text: String) { self.text = text }
  /// Names a feed by a literal.
  public init(stringLiteral value: String) { self.text = value }
}

extension HostID: Comparable {
  /// Orders by cluster, then by name with numbers compared as numbers (win-2 before win-10).
  public static func < (left: HostID, right: HostID) -> Bool {
    left.cluster == right.cluster
      ? NaturalOrder.precedes(left.name, right.name) : left.cluster.text < right.cluster.text
  }
}

extension ServiceID: Comparable {
  /// Orders by cluster, namespace, name and kind.
  public static func < (left: ServiceID, right: ServiceID) -> Bool {
    if left.cluster != right.cluster { return left.cluster.text < right.cluster.text }
    if left.namespace != right.namespace { return NaturalOrder.precedes(left.namespace, right.namespace) }
    if left.name != right.name { return NaturalOrder.precedes(left.name, right.name) }
    return left.kind.rawValue < right.kind.rawValue
  }
}

extension CredentialSpecID: Comparable {
  /// Orders by name, then cluster, then delivery.
  public static func < (left: CredentialSpecID, right: CredentialSpecID) -> Bool {
    if left.name != right.name { return NaturalOrder.precedes(left.name, right.name) }
    if left.cluster != right.cluster { return left.cluster.text < right.cluster.text }
    return left.delivery.rawValue < right.delivery.rawValue
  }
}
