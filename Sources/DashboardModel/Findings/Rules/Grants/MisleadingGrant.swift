// GMSA303: grants that the webhook's check never looks at.

/// Fires when a binding grants the use of credential specs to somebody whom the webhook never asks for.
public struct MisleadingGrant: FindingRule {
  /// GMSA303.
  public static let card = RuleCard(
    id: "GMSA303", name: "misleading-grant", severity: .notice, since: "0.1",
    page: RulePage(
      means:
        "A binding lets somebody use a credential spec whom the admission webhook never asks for. It asks, in the "
        + "pod's namespace, for the pod's service account with the groups system:serviceaccounts and "
        + "system:serviceaccounts:NAMESPACE; never for people, for system:authenticated, or for accounts of another "
        + "namespace than the RoleBinding's.",
      matters:
        "It looks like a right and is none: pods are refused all the same, and a reader of the rights is misled.",
      confirm:
        "kubectl auth can-i … --as=… says yes where the webhook says no: it adds system:authenticated, and the "
        + "webhook does not.",
      fix:
        "Bind the service account that the pods run under, by a RoleBinding in their namespace; delete this subject.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/kube_client.go",
        "kubernetes pkg/registry/authorization/util/helpers.go",
      ]))

  let cluster: ClusterName
  let binding: String
  let role: String
  let subjects: NameList
  let namespace: String?

  /// About the grant.
  public var subject: FindingSubject { .grant(cluster: cluster, name: binding) }

  /// Names whom it binds in vain.
  public var message: String {
    let place = namespace.map { "for pods in \($0)" } ?? "for any pod"
    return "\(binding) lets \(subjects.text) use credspecs, and the webhook never asks for "
      + "\(subjects.count == 1 ? "it" : "them") \(place)"
  }

  /// The subjects and the role.
  public func evidence(in picture: Picture) -> [Evidence] {
    subjects.names.map { Evidence(object: binding, field: "subjects", value: $0) }
      + [Evidence(object: binding, field: "roleRef", value: role)]
  }

  /// Shows the binding.
  public var nextStep: CopyableCommand { .showBinding(binding) }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a binding, over all subjects that it reaches in vain.
  public static func findings(in picture: Picture) -> [MisleadingGrant] {
    ReviewedBinding.all(in: picture).compactMap { binding in
      if rolesOfPeople.contains(binding.role) { return nil }
      var seen: Set<String> = []
      let subjects = binding.grants.filter { $0.holder == nil && $0.isExplicit }
        .map { $0.grant.subject.words(boundIn: binding.namespace) }.filter { seen.insert($0).inserted }
      if subjects.isEmpty { return nil }
      return MisleadingGrant(
        cluster: binding.cluster, binding: binding.name, role: binding.role,
        subjects: NameList(subjects, count: subjects.count, noun: "subject"), namespace: binding.namespace)
    }
  }

  /// Roles for people that a credential spec's role may be aggregated into: bound for other reasons than that.
  /// Source: kubernetes docs, user-facing roles.
  private static let rolesOfPeople: Set<String> = [
    "ClusterRole/cluster-admin", "ClusterRole/admin", "ClusterRole/edit", "ClusterRole/view",
  ]
}
