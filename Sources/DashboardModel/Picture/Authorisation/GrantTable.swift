// Who may use which credential spec, as the admission webhook would be answered.

/// Answers what a LocalSubjectAccessReview in the pod's namespace would: user
/// `system:serviceaccount:NAMESPACE:NAME`, groups system:serviceaccounts and system:serviceaccounts:NAMESPACE alone.
/// Source: windows-gmsa admission-webhook/kube_client.go (domain.md 3.4).
///
/// A question costs three look-ups, whatever the number of bindings.
public struct GrantTable: Sendable {
  private struct Key: Hashable {
    let cluster: ClusterName
    let holder: GrantHolder
  }
  /// What one holder has.
  private struct Holding: Sendable {
    var grants: [Grant] = []
    var allowed = AllowedNames()
    /// Bindings whose role was not read, so that what they allow is not known.
    var unresolved: [String] = []
  }

  private var holdings: [Key: Holding] = [:]
  /// Every grant that a binding gives, for the search after those that are too wide, not needed or without effect; by
  /// binding, RoleBindings first.
  public private(set) var boundGrants: [BoundGrant] = []
  private let gap: @Sendable (ClusterName, String) -> String?

  /// Joins roles and bindings. `isRead` tells whether all objects of a kind were read in a cluster and namespace.
  public init(
    roles: [Role], bindings: [RoleBinding],
    isRead: @escaping @Sendable (FactKind, ClusterName, String?) -> Bool
  ) {
    gap = { cluster, namespace in
      if !isRead(.roleBindings, cluster, namespace) { return "not all role bindings were read" }
      return isRead(.clusterRoleBindings, cluster, nil) ? nil : "not all cluster role bindings were read"
    }
    let rules = RoleRules(roles)
    for binding in bindings.sorted(by: Self.precedes) { add(binding, rules, isRead) }
  }

  /// RoleBindings first; the order of feeds does not count.
  private static func precedes(_ left: RoleBinding, _ right: RoleBinding) -> Bool {
    if (left.namespace == nil) != (right.namespace == nil) { return left.namespace != nil }
    return (left.cluster.text, left.namespace ?? "", left.name)
      < (right.cluster.text, right.namespace ?? "", right.name)
  }

  private mutating func add(
    _ binding: RoleBinding, _ rules: RoleRules, _ isRead: (FactKind, ClusterName, String?) -> Bool
  ) {
    guard let place = RoleRules.Place(binding) else { return }
    let name =
      binding.namespace.map { "\($0)/RoleBinding/\(binding.name)" } ?? "ClusterRoleBinding/\(binding.name)"
    let found = rules[place]
    // Roles without a rule about credential specs are dropped while reading: absent from a whole list is harmless.
    if found == nil && isRead(place.kind, place.cluster, place.namespace) { return }
    for subject in binding.subjects {
      let key = GrantHolder(subject, boundIn: binding.namespace)
        .map { Key(cluster: binding.cluster, holder: $0) }
      if found == nil, let key { holdings[key, default: Holding()].unresolved.append(name) }
      for rule in found ?? [] {
        let role = "\(binding.roleKind)/\(binding.roleName)"
        let names = rule.names.isEmpty ? nil : Set(rule.names)
        let grant = Grant(binding: name, role: role, subject: subject, names: names)
        if let key { add(grant, to: key) }
        boundGrants.append(
          BoundGrant(
            cluster: binding.cluster, namespace: binding.namespace, holder: key?.holder, grant: grant,
            isExplicit: rule.isExplicit))
      }
    }
  }

  private mutating func add(_ grant: Grant, to key: Key) {
    holdings[key, default: Holding()].grants.append(grant)
    holdings[key, default: Holding()].allowed.add(grant.names)
  }

  /// The grants that an account has, by whatever subject names it.
  public func grants(cluster: ClusterName, namespace: String, account: String) -> [Grant] {
    holdings(cluster, namespace, account).flatMap(\.grants)
  }

  /// Whether an account may use a credential spec. A grant that is seen allows, however much was not read.
  public func permission(
    cluster: ClusterName, namespace: String, account: String, credentialSpec: String
  ) -> Permission {
    let own = holdings(cluster, namespace, account)
    if own.contains(where: { $0.allowed.includes(credentialSpec) }) {
      return .allowed(by: own.flatMap(\.grants).filter { $0.includes(credentialSpec) })
    }
    if let gap = gap(cluster, namespace) { return .unknown(gap) }
    if let binding = own.lazy.compactMap(\.unresolved.first).first {
      return .unknown("the role of \(binding) was not read")
    }
    return .notAllowed
  }

  /// What an account may use, over all its grants.
  public func allowedNames(cluster: ClusterName, namespace: String, account: String) -> AllowedNames {
    var allowed = AllowedNames()
    for holding in holdings(cluster, namespace, account) { allowed.add(holding.allowed) }
    return allowed
  }

  private func holdings(_ cluster: ClusterName, _ namespace: String, _ account: String) -> [Holding] {
    let holders = [
      GrantHolder.account(namespace: namespace, name: account), .accounts(namespace: namespace),
      .everyAccount,
    ]
    return holders.compactMap { holdings[Key(cluster: cluster, holder: $0)] }
  }
}
