// The rules about credential specs by the role that has them.

/// Looks up what a binding's role allows.
struct RoleRules {
  /// Where a role is: a Role in its namespace, a ClusterRole in its cluster.
  struct Place: Hashable {
    let cluster: ClusterName
    let namespace: String?
    let name: String

    /// The kind whose list has it.
    var kind: FactKind { namespace == nil ? .clusterRoles : .roles }

    /// The role that a binding refers to; nil for a ClusterRoleBinding to a Role, which allows nothing.
    init?(_ binding: RoleBinding) {
      let isRole = binding.roleKind == "Role"
      if isRole && binding.namespace == nil { return nil }
      cluster = binding.cluster
      namespace = isRole ? binding.namespace : nil
      name = binding.roleName
    }

    init(_ role: Role) {
      cluster = role.cluster
      namespace = role.namespace
      name = role.name
    }
  }

  private var rules: [Place: [RoleRule]] = [:]

  init(_ roles: [Role]) {
    for role in roles { rules[Place(role)] = role.rules.filter(\.concernsCredentialSpecs) }
  }

  /// The rules about credential specs; nil for a role that is not among those that were read.
  subscript(place: Place) -> [RoleRule]? { rules[place] ?? Self.builtIn(place) }

  /// The server writes cluster-admin itself and restores it at each start, and lists are often taken without the
  /// server's own roles. Source: kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go.
  private static func builtIn(_ place: Place) -> [RoleRule]? {
    guard place.namespace == nil, place.name == "cluster-admin" else { return nil }
    return [RoleRule(groups: ["*"], resources: ["*"], verbs: ["*"])]
  }
}
