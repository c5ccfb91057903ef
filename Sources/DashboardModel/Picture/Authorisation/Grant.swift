// What allows an account to use credential specs, and whom it allows.

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

/// Whom a grant reaches in the webhook's review, whatever words the binding has for them.
public enum GrantHolder: Hashable, Sendable {
  /// One service account.
  case account(namespace: String, name: String)
  /// Every service account of a namespace.
  case accounts(namespace: String)
  /// Every service account of the cluster.
  case everyAccount
}

/// What one subject of a binding gets by one rule of its role, whether or not it reaches anybody.
public struct BoundGrant: Hashable, Sendable {
  /// The cluster.
  public let cluster: ClusterName
  /// The namespace of a RoleBinding; nil for a ClusterRoleBinding.
  public let namespace: String?
  /// Whom it reaches in the webhook's review; nil: nobody.
  public let holder: GrantHolder?
  /// What allows it. `grant.names` tells for which credential specs, nil for every one.
  public let grant: Grant
  /// Whether the rule speaks of credential specs by name, and not of everything (`*`).
  public let isExplicit: Bool
}

extension GrantHolder {
  /// Whom a binding of a namespace (nil: a ClusterRoleBinding) reaches by one of its subjects; nil where nobody: the
  /// review is asked in the pod's namespace for a service account with the groups system:serviceaccounts and
  /// system:serviceaccounts:NAMESPACE alone, so that system:authenticated, people, and accounts of other namespaces
  /// than the binding's are never reached.
  /// Source: windows-gmsa admission-webhook/kube_client.go (domain.md 3.4); kubernetes
  /// plugin/pkg/auth/authorizer/rbac/rbac.go.
  init?(_ subject: GrantSubject, boundIn namespace: String?) {
    guard let holder = Self.named(by: subject, boundIn: namespace) else { return nil }
    guard let namespace else {
      self = holder
      return
    }
    switch holder {
    case .account(namespace, _), .accounts(namespace): self = holder
    case .everyAccount: self = .accounts(namespace: namespace)
    case .account, .accounts: return nil
    }
  }

  private static func named(by subject: GrantSubject, boundIn namespace: String?) -> GrantHolder? {
    switch subject.kind {
    case "ServiceAccount":
      // Only a RoleBinding has a namespace to stand in for one that is not written.
      let written = subject.namespace.flatMap { $0.isEmpty ? nil : $0 }
      return (written ?? namespace).map { .account(namespace: $0, name: subject.name) }
    case "Group": return group(subject.name)
    case "User": return user(subject.name)
    default: return nil
    }
  }

  private static func group(_ name: String) -> GrantHolder? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.prefix(2) == ["system", "serviceaccounts"] else { return nil }
    switch parts.count {
    case 2: return .everyAccount
    case 3: return .accounts(namespace: String(parts[2]))
    default: return nil
    }
  }

  private static func user(_ name: String) -> GrantHolder? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.prefix(2) == ["system", "serviceaccount"] else { return nil }
    return .account(namespace: String(parts[2]), name: String(parts[3]))
  }
}
