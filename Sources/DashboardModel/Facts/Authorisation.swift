// Kubernetes RBAC, reduced to what decides who may `use` a credential spec.

/// A Role or ClusterRole. Rules that say nothing of credential specs are dropped while reading.
public struct Role: Hashable, Sendable, Codable {
  /// Cluster of the role.
  public var cluster: ClusterName
  /// The namespace of a Role; nil for a ClusterRole.
  public var namespace: String?
  /// Its name.
  public var name: String
  /// Its rules about credential specs.
  public var rules: [RoleRule]

  /// A role.
  public init(cluster: ClusterName, namespace: String?, name: String, rules: [RoleRule]) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.rules = rules
  }
}

/// A rule that lets its subjects `use` credential specs. Source: kubernetes rbac/v1 PolicyRule.
public struct RoleRule: Hashable, Sendable, Codable {
  /// API groups as written; `*` is every group.
  public var groups: [String]
  /// Resources as written.
  public var resources: [String]
  /// Verbs as written.
  public var verbs: [String]
  /// The credential specs by name; empty: every one.
  public var names: [String]

  /// A rule.
  public init(groups: [String], resources: [String], verbs: [String], names: [String] = []) {
    self.groups = groups
    self.resources = resources
    self.verbs = verbs
    self.names = names
  }

  /// Whether it allows verb `use` on gmsacredentialspecs at all. Source: domain.md 3.4.
  public var concernsCredentialSpecs: Bool {
    groups.contains { $0 == "windows.k8s.io" || $0 == "*" }
      && resources.contains { $0 == "gmsacredentialspecs" || $0 == "*" }
      && verbs.contains { $0 == "use" || $0 == "*" }
  }

  /// Whether whoever wrote it meant credential specs: it spells out the resource and the verb.
  public var isExplicit: Bool { resources.contains("gmsacredentialspecs") && verbs.contains("use") }
}

/// A RoleBinding or ClusterRoleBinding.
public struct RoleBinding: Hashable, Sendable, Codable {
  /// Cluster of the binding.
  public var cluster: ClusterName
  /// The namespace of a RoleBinding; nil for a ClusterRoleBinding.
  public var namespace: String?
  /// Its name.
  public var name: String
  /// `Role` or `ClusterRole`.
  public var roleKind: String
  /// The role's name.
  public var roleName: String
  /// Whom it binds.
  public var subjects: [GrantSubject]

  /// A binding.
  public init(
    cluster: ClusterName, namespace: String?, name: String, roleKind: String, roleName: String,
    subjects: [GrantSubject]
  ) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
    self.roleKind = roleKind
    self.roleName = roleName
    self.subjects = subjects
  }
}

/// Whom a binding binds. Source: kubernetes rbac/v1 Subject.
public struct GrantSubject: Hashable, Sendable, Codable {
  /// `ServiceAccount`, `Group` or `User`.
  public var kind: String
  /// Its name.
  public var name: String
  /// The namespace of a service account.
  public var namespace: String?

  /// A subject.
  public init(kind: String, name: String, namespace: String? = nil) {
    self.kind = kind
    self.name = name
    self.namespace = namespace
  }
}

/// A Kubernetes service account that exists.
public struct ServiceAccount: Hashable, Sendable, Codable {
  /// Cluster of the account.
  public var cluster: ClusterName
  /// Its namespace.
  public var namespace: String
  /// Its name.
  public var name: String

  /// An account.
  public init(cluster: ClusterName, namespace: String, name: String) {
    self.cluster = cluster
    self.namespace = namespace
    self.name = name
  }
}

/// A Kubernetes namespace, with the labels that exempt it from admission.
public struct Namespace: Hashable, Sendable, Codable {
  /// Cluster of the namespace.
  public var cluster: ClusterName
  /// Its name.
  public var name: String
  /// Its labels.
  public var labels: [String: String]

  /// A namespace.
  public init(cluster: ClusterName, name: String, labels: [String: String] = [:]) {
    self.cluster = cluster
    self.name = name
    self.labels = labels
  }
}
