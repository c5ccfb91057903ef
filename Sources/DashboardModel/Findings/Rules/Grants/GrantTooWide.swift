// GMSA302: grants that reach further than one account and the credential specs that it names.

/// Fires when a grant is without resourceNames, by `*`, cluster-wide, to a group of accounts, or to a default account.
public struct GrantTooWide: FindingRule {
  /// GMSA302.
  public static let card = RuleCard(
    id: "GMSA302", name: "grant-too-wide", severity: .warning, since: "0.1", explains: ["GMSA301"],
    page: RulePage(
      means:
        "A binding lets service accounts use credential specs in a way that reaches further than it says: its rule "
        + "has no resourceNames or a *, it is a ClusterRoleBinding, it binds a group of service accounts, or it "
        + "binds the default account, under which every pod runs that names none.",
      matters:
        "Each new credential spec, each new account of the namespace or each pod without an account of its own "
        + "gets the right as well, and nobody decides that.",
      confirm:
        "kubectl auth can-i use gmsacredentialspecs/NAME --as=system:serviceaccount:NAMESPACE:ACCOUNT -n NAMESPACE "
        + "answers for one account.",
      fix:
        "One Role or ClusterRole a credential spec, with its name in resourceNames, and one RoleBinding in the "
        + "namespace for one service account of the workload that needs it.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/integration_tests/templates/all-credspecs-users-rbac-role.yml",
        "kubernetes/website configure-gmsa.md (binds the default account)",
        "kubernetes plugin/pkg/auth/authorizer/rbac/rbac.go",
      ]))

  /// A way of being too wide.
  enum Width: Hashable, Sendable {
    case anything
    case everyCredentialSpec
    case clusterRoleBinding
    case everyAccount
    case accountsOfNamespace(String)
    case defaultAccount(namespace: String)

    var text: String {
      switch self {
      case .anything: "its rule says * and covers every credspec"
      case .everyCredentialSpec: "its rule has no resourceNames and covers every credspec"
      case .clusterRoleBinding: "a ClusterRoleBinding holds in every namespace"
      case .everyAccount: "it binds every service account of the cluster"
      case .accountsOfNamespace(let name): "it binds every service account of \(name)"
      case .defaultAccount(let name): "it binds the default account of \(name)"
      }
    }
  }

  let cluster: ClusterName
  let binding: String
  let role: String
  let widths: [Width]
  let subjects: NameList

  /// About the grant.
  public var subject: FindingSubject { .grant(cluster: cluster, name: binding) }

  /// Says what makes it wide.
  public var message: String {
    "\(binding) is wider than one account and its credspecs: \(widths.map(\.text).joined(separator: "; "))"
  }

  /// The binding, whom it binds and to what.
  public func evidence(in picture: Picture) -> [Evidence] {
    [
      Evidence(object: binding, field: "subjects", value: subjects.text),
      Evidence(object: binding, field: "roleRef", value: role),
    ]
  }

  /// Shows the binding.
  public var nextStep: CopyableCommand { .showBinding(binding) }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a binding, with every way in which it is too wide.
  public static func findings(in picture: Picture) -> [GrantTooWide] {
    ReviewedBinding.all(in: picture).compactMap { binding in
      let held = binding.grants.filter { $0.holder != nil && !$0.isOfPlatform(in: picture) }
      var seen: Set<Width> = []
      let widths = held.flatMap(widths).filter { seen.insert($0).inserted }
      if widths.isEmpty { return nil }
      var subjects: Set<String> = []
      let words = held.map { $0.grant.subject.words(boundIn: binding.namespace) }
        .filter { subjects.insert($0).inserted }
      return GrantTooWide(
        cluster: binding.cluster, binding: binding.name, role: binding.role, widths: widths,
        subjects: NameList(words, count: words.count, noun: "subject"))
    }
  }

  private static func widths(_ grant: BoundGrant) -> [Width] {
    var widths: [Width] = []
    if grant.grant.names == nil { widths.append(grant.isExplicit ? .everyCredentialSpec : .anything) }
    if grant.namespace == nil { widths.append(.clusterRoleBinding) }
    switch grant.holder {
    case .everyAccount: widths.append(.everyAccount)
    case .accounts(let namespace): widths.append(.accountsOfNamespace(namespace))
    case .account(let namespace, "default"): widths.append(.defaultAccount(namespace: namespace))
    case .account, nil: break
    }
    return widths
  }
}
