// A binding with all that it grants, as the rules of grants look at it: one finding a binding, whatever it holds.

/// A RoleBinding or ClusterRoleBinding that grants the use of credential specs to somebody.
struct ReviewedBinding {
  let cluster: ClusterName
  /// `namespace/RoleBinding/name` or `ClusterRoleBinding/name`.
  let name: String
  /// Nil for a ClusterRoleBinding.
  let namespace: String?
  let role: String
  let grants: [BoundGrant]

  var subject: FindingSubject { .grant(cluster: cluster, name: name) }

  /// The bindings of all clusters, in the table's order. Each binding's grants stand together in the table.
  static func all(in picture: Picture) -> [ReviewedBinding] {
    let grants = picture.snapshot.structure.grants.boundGrants
    var bindings: [ReviewedBinding] = []
    var start = 0
    for place in 0...grants.count {
      if place < grants.count, grants[place].cluster == grants[start].cluster,
        grants[place].grant.binding == grants[start].grant.binding
      {
        continue
      }
      if start < place {
        bindings.append(ReviewedBinding(Array(grants[start..<place]), first: grants[start]))
      }
      start = place
    }
    return bindings
  }

  private init(_ grants: [BoundGrant], first: BoundGrant) {
    cluster = first.cluster
    name = first.grant.binding
    namespace = first.namespace
    role = first.grant.role
    self.grants = grants
  }
}

extension BoundGrant {
  /// Whether it belongs to the platform and not to an application: the webhook's own account, which its chart lets use
  /// every credential spec, and what the cluster's own parts may do because they may do anything.
  func isOfPlatform(in picture: Picture) -> Bool {
    guard case .account(let namespace, let name) = holder else { return false }
    if namespace == "kube-system", !isExplicit { return true }
    guard let admission = picture.index.admission[cluster] else { return false }
    if admission.isOwnAccount(namespace: namespace, name: name) { return true }
    if picture.index.webhookAccounts.contains(account(namespace, name)) { return true }
    // Without the webhooks' configurations nobody can tell which account is theirs; it has a grant of this shape.
    return !admission.isRead && self.namespace == nil && grant.names == nil && isExplicit
  }

  private func account(_ namespace: String, _ name: String) -> ServiceAccount {
    ServiceAccount(cluster: cluster, namespace: namespace, name: name)
  }
}

extension GrantSubject {
  /// As an operator says it: `service account shop/web`, `group system:authenticated`.
  func words(boundIn namespace: String?) -> String {
    switch kind {
    case "ServiceAccount": "service account \((self.namespace ?? namespace).map { "\($0)/" } ?? "")\(name)"
    default: "\(kind.lowercased()) \(name)"
    }
  }
}

extension CopyableCommand {
  /// Shows a binding that findings call `namespace/RoleBinding/name` or `ClusterRoleBinding/name`.
  static func showBinding(_ name: String) -> CopyableCommand {
    let parts = name.split(separator: "/", maxSplits: 2).map(String.init)
    if parts.count == 3 {
      let place = "-n \(QuotedWord.posix(parts[0])) rolebinding \(QuotedWord.posix(parts[2]))"
      return .kubectl("get \(place) -o yaml")
    }
    return .kubectl("get clusterrolebinding \(QuotedWord.posix(parts.last ?? name)) -o yaml")
  }

  /// Takes a binding away; asks the server first what that would do.
  static func tryToDeleteBinding(_ name: String) -> CopyableCommand {
    let parts = name.split(separator: "/", maxSplits: 2).map(String.init)
    if parts.count == 3 {
      let place = "-n \(QuotedWord.posix(parts[0])) rolebinding \(QuotedWord.posix(parts[2]))"
      return .kubectl("delete \(place) --dry-run=server")
    }
    return .kubectl("delete clusterrolebinding \(QuotedWord.posix(parts.last ?? name)) --dry-run=server")
  }
}
