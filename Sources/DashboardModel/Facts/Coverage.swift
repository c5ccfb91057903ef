// Which lists were read, so that "not in the list" and "no list" are never confused.

/// A kind of facts that is read as a list of its own.
public enum FactKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Kubernetes nodes, Swarm nodes.
  case hosts
  /// Workloads and Swarm services.
  case services
  /// Jobs and CronJobs: workloads that may have no replica for days, and whose lists are often not among what was read.
  case jobs
  /// Pods and tasks.
  case replicas
  /// GMSACredentialSpec custom resources.
  case customResources
  /// Swarm configs.
  case configs
  /// Role objects.
  case roles
  /// ClusterRole objects.
  case clusterRoles
  /// RoleBinding objects.
  case roleBindings
  /// ClusterRoleBinding objects.
  case clusterRoleBindings
  /// Service accounts.
  case serviceAccounts
  /// Namespaces.
  case namespaces
  /// Webhook configurations.
  case webhooks
  /// Services and endpoints.
  case endpoints
  /// Events.
  case events

  /// The word on screens.
  public var word: String {
    switch self {
    case .hosts: "nodes"
    case .services: "workloads"
    case .jobs: "jobs and cron jobs"
    case .replicas: "replicas"
    case .customResources: "credspec resources"
    case .configs: "configs"
    case .roles: "roles"
    case .clusterRoles: "cluster roles"
    case .roleBindings: "role bindings"
    case .clusterRoleBindings: "cluster role bindings"
    case .serviceAccounts: "service accounts"
    case .namespaces: "namespaces"
    case .webhooks: "webhook configurations"
    case .endpoints: "endpoints"
    case .events: "events"
    }
  }
}

/// How much of a kind was read in one cluster.
public enum Coverage: Hashable, Sendable {
  /// Every object of the kind.
  case everything
  /// The objects of these namespaces.
  case namespaces(Set<String>)
  /// Not read, for this reason (no such list among the files, 403, …).
  case nothing(reason: String)

  /// Whether the objects of a namespace were read. `nil` asks for a kind without namespaces.
  public func includes(namespace: String?) -> Bool {
    switch self {
    case .everything: true
    case .namespaces(let read): namespace.map(read.contains) ?? false
    case .nothing: false
    }
  }

  /// What two sources that both speak of the cluster cover together.
  public func joined(with other: Coverage) -> Coverage {
    switch (self, other) {
    case (.everything, _), (_, .everything): .everything
    case (.namespaces(let left), .namespaces(let right)): .namespaces(left.union(right))
    case (.namespaces, _): self
    case (_, .namespaces): other
    case (.nothing, .nothing): self
    }
  }
}

extension Coverage: Codable {
  private enum Key: String, CodingKey { case everything, namespaces, reason }

  /// Reads `{"everything": true}`, `{"namespaces": […]}` or `{"reason": "…"}`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    if let names = try container.decodeIfPresent(Set<String>.self, forKey: .namespaces) {
      self = .namespaces(names)
    } else if let reason = try container.decodeIfPresent(String.self, forKey: .reason) {
      self = .nothing(reason: reason)
    } else {
      self = .everything
    }
  }

  /// Writes the form that `init(from:)` reads.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .everything: try container.encode(true, forKey: .everything)
    case .namespaces(let names): try container.encode(names.sorted(), forKey: .namespaces)
    case .nothing(let reason): try container.encode(reason, forKey: .reason)
    }
  }
}

/// The coverage of one kind in one cluster.
public struct CoverageEntry: Hashable, Sendable, Codable {
  /// Cluster that the list is of.
  public var cluster: ClusterName
  /// The kind.
  public var kind: FactKind
  /// How much was read.
  public var coverage: Coverage

  /// An entry.
  public init(cluster: ClusterName, kind: FactKind, coverage: Coverage) {
    self.cluster = cluster
    self.kind = kind
    self.coverage = coverage
  }
}
