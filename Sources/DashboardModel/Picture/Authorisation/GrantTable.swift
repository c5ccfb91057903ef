// Who may use which credential spec, as the admission webhook would be answered.

/// Whether a service account may `use` a credential spec.
public enum Permission: Hashable, Sendable {
  /// These grants allow it.
  case allowed(by: [Grant])
  /// No grant does, and all that could were read.
  case notAllowed
  /// No grant that was read does, and not all were read.
  case unknown(String)
}

/// What allows: a binding and the role that it binds to.
public struct Grant: Hashable, Sendable {
  /// The binding, as `namespace/RoleBinding/name` or `ClusterRoleBinding/name`.
  public let binding: String
  /// The role, as `Role/name` or `ClusterRole/name`.
  public let role: String
  /// Whom the binding names: the account, a group, or the account as a user.
  public let subject: GrantSubject
  /// The credential specs that it names; nil: every one.
  public let names: Set<String>?

  /// As an operator says it.
  public var words: String { "\(binding) (\(role))" }

  /// Whether it covers a credential spec.
  public func includes(_ name: String) -> Bool { names?.contains(name) ?? true }
}

/// The credential specs that an account may use by grants that name them.
public struct AllowedNames: Hashable, Sendable {
  /// The names in its grants.
  public let names: Set<String>
  /// Whether a grant lets it use every one. Such grants are the webhook's own and administrators'.
  public let includesEverything: Bool

  /// Whether no grant names any.
  public var isEmpty: Bool { names.isEmpty && !includesEverything }
  /// Whether a grant covers a credential spec.
  public func includes(_ name: String) -> Bool { includesEverything || names.contains(name) }
}

/// Answers what a LocalSubjectAccessReview in the pod's namespace would: user
/// `system:serviceaccount:NAMESPACE:NAME`, groups system:serviceaccounts and system:serviceaccounts:NAMESPACE alone.
/// Source: windows-gmsa admission-webhook/kube_client.go (domain.md 3.4).
public struct GrantTable: Sendable {
  private struct Scope: Hashable {
    let cluster: ClusterName
    let namespace: String?
  }
  private struct RoleKey: Hashable {
    let scope: Scope
    let name: String
  }

  private var grants: [Scope: [Grant]] = [:]
  /// Bindings whose role was not read, so that what they allow is not known.
  private var unresolved: [Scope: [(binding: String, subjects: [GrantSubject])]] = [:]
  private let gaps: @Sendable (ClusterName, String) -> String?

  /// Joins roles and bindings. `isRead` tells whether all objects of a kind were read in a cluster and namespace.
  public init(
    roles: [Role], bindings: [RoleBinding],
    isRead: @escaping @Sendable (FactKind, ClusterName, String?) -> Bool
  ) {
    gaps = { cluster, namespace in
      for (kind, place) in [
        (FactKind.roleBindings, namespace), (.clusterRoleBindings, nil), (.clusterRoles, nil),
        (.roles, namespace),
      ] where !isRead(kind, cluster, place) {
        return "not all \(kind.word) were read"
      }
      return nil
    }
    var rules: [RoleKey: [RoleRule]] = [:]
    for role in roles {
      let key = RoleKey(scope: Scope(cluster: role.cluster, namespace: role.namespace), name: role.name)
      rules[key] = role.rules.filter(\.concernsCredentialSpecs)
    }
    for binding in bindings { add(binding, rules, isRead) }
  }

  private mutating func add(
    _ binding: RoleBinding, _ rules: [RoleKey: [RoleRule]], _ isRead: (FactKind, ClusterName, String?) -> Bool
  ) {
    let scope = Scope(cluster: binding.cluster, namespace: binding.namespace)
    let roleScope = Scope(
      cluster: binding.cluster, namespace: binding.roleKind == "Role" ? binding.namespace : nil)
    let kind = binding.roleKind == "Role" ? FactKind.roles : .clusterRoles
    guard let found = rules[RoleKey(scope: roleScope, name: binding.roleName)] else {
      // Roles without a rule about credential specs are dropped while reading: absent from a whole list is harmless.
      if !isRead(kind, binding.cluster, roleScope.namespace) {
        unresolved[scope, default: []].append((Self.name(of: binding), binding.subjects))
      }
      return
    }
    for rule in found {
      for subject in binding.subjects {
        grants[scope, default: []].append(
          Grant(
            binding: Self.name(of: binding), role: "\(binding.roleKind)/\(binding.roleName)",
            subject: subject,
            names: rule.names.isEmpty ? nil : Set(rule.names)))
      }
    }
  }

  private static func name(of binding: RoleBinding) -> String {
    binding.namespace.map { "\($0)/RoleBinding/\(binding.name)" } ?? "ClusterRoleBinding/\(binding.name)"
  }

  /// The grants that an account has, by whatever subject names it.
  public func grants(cluster: ClusterName, namespace: String, account: String) -> [Grant] {
    let scopes = [Scope(cluster: cluster, namespace: namespace), Scope(cluster: cluster, namespace: nil)]
    return scopes.flatMap { grants[$0] ?? [] }
      .filter { $0.subject.matches(account: account, namespace: namespace, bindingNamespace: namespace) }
  }

  /// Whether an account may use a credential spec.
  public func permission(
    cluster: ClusterName, namespace: String, account: String, credentialSpec: String
  ) -> Permission {
    let allowing = grants(cluster: cluster, namespace: namespace, account: account)
      .filter { $0.includes(credentialSpec) }
    if !allowing.isEmpty { return .allowed(by: allowing) }
    if let gap = gaps(cluster, namespace) { return .unknown(gap) }
    let scopes = [Scope(cluster: cluster, namespace: namespace), Scope(cluster: cluster, namespace: nil)]
    let open = scopes.flatMap { unresolved[$0] ?? [] }.first { binding in
      binding.subjects.contains {
        $0.matches(account: account, namespace: namespace, bindingNamespace: namespace)
      }
    }
    if let open { return .unknown("the role of \(open.binding) was not read") }
    return .notAllowed
  }

  /// What an account may use, over all its grants.
  public func allowedNames(cluster: ClusterName, namespace: String, account: String) -> AllowedNames {
    let own = grants(cluster: cluster, namespace: namespace, account: account)
    return AllowedNames(
      names: Set(own.flatMap { $0.names ?? [] }), includesEverything: own.contains { $0.names == nil })
  }
}

extension GrantSubject {
  /// Whether it names the account in the webhook's review. `system:authenticated` is not among the review's groups.
  func matches(account: String, namespace: String, bindingNamespace: String) -> Bool {
    switch kind {
    case "ServiceAccount": name == account && (self.namespace ?? bindingNamespace) == namespace
    case "Group": name == "system:serviceaccounts" || name == "system:serviceaccounts:\(namespace)"
    case "User": name == "system:serviceaccount:\(namespace):\(account)"
    default: false
    }
  }
}
