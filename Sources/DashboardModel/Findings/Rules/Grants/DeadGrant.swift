// GMSA304: grants to accounts, or of credential specs, that are not there.

/// Fires when a binding's service account, or a credential spec that its role names, does not exist.
public struct DeadGrant: FindingRule {
  /// GMSA304.
  public static let card = RuleCard(
    id: "GMSA304", name: "dead-grant", severity: .notice, since: "0.1",
    page: RulePage(
      means:
        "A binding names a service account that does not exist, or its role names a credential spec in resourceNames "
        + "that does not exist and that no service asks for; the whole list of the kind was read.",
      matters:
        "Today it does nothing. Whoever makes an account or a credential spec of that name later inherits the right "
        + "without anybody deciding so. Often it is the rest of a rename whose other half is missing elsewhere.",
      confirm: "List the accounts of the namespace and the credential specs, and compare letter by letter.",
      fix: "Delete the binding or the name, or correct it.",
      sources: [
        "kubernetes plugin/pkg/auth/authorizer/rbac/rbac.go",
        "kubernetes-sigs/windows-gmsa admission-webhook/kube_client.go",
      ]))

  let cluster: ClusterName
  let binding: String
  let role: String
  let accounts: NameList
  let credentialSpecs: NameList

  /// About the grant.
  public var subject: FindingSubject { .grant(cluster: cluster, name: binding) }

  /// What is missing is the cause: one account that was deleted, one credential spec that was renamed.
  public var causeKey: String { "\(cluster.text) \(accounts.text) \(credentialSpecs.text)" }

  /// Names what is not there.
  public var message: String {
    var parts: [String] = []
    if accounts.count > 0 {
      parts.append("\(accounts.text) \(accounts.count == 1 ? "does" : "do") not exist")
    }
    if credentialSpecs.count > 0 {
      let verb = credentialSpecs.count == 1 ? "does" : "do"
      parts.append("credspec \(credentialSpecs.text) \(verb) not exist")
    }
    return "\(binding) grants nothing as it stands: \(parts.joined(separator: "; "))"
  }

  /// What the binding and its role name.
  public func evidence(in picture: Picture) -> [Evidence] {
    accounts.names.map { Evidence(object: binding, field: "subjects", value: $0) }
      + credentialSpecs.names.map { Evidence(object: role, field: "resourceNames", value: $0) }
  }

  /// Shows what deleting would do.
  public var nextStep: CopyableCommand { .tryToDeleteBinding(binding) }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a binding, over all that it names in vain.
  public static func findings(in picture: Picture) -> [DeadGrant] {
    let known = Set(picture.snapshot.structure.rest.serviceAccounts)
    return ReviewedBinding.all(in: picture).compactMap { binding in
      let grants = binding.grants.filter(\.isExplicit)
      var seen: Set<String> = []
      let accounts = grants.compactMap { deadAccount($0, known, picture) }.filter { seen.insert($0).inserted }
      let names = Set(grants.flatMap { deadNames($0, picture) }).sorted()
      if accounts.isEmpty && names.isEmpty { return nil }
      return DeadGrant(
        cluster: binding.cluster, binding: binding.name, role: binding.role,
        accounts: NameList(accounts, count: accounts.count, noun: "service account"),
        credentialSpecs: NameList(names, count: names.count, noun: "name"))
    }
  }

  /// Each namespace has a default account, which lists taken while it was made may lack.
  private static func deadAccount(
    _ grant: BoundGrant, _ known: Set<ServiceAccount>, _ picture: Picture
  ) -> String? {
    let subject = grant.grant.subject
    guard subject.kind == "ServiceAccount", subject.name != "default",
      let namespace = subject.namespace ?? grant.namespace,
      picture.snapshot.structure.coverage.includes(
        .serviceAccounts, in: grant.cluster, namespace: namespace),
      !known.contains(ServiceAccount(cluster: grant.cluster, namespace: namespace, name: subject.name))
    else { return nil }
    return "service account \(namespace)/\(subject.name)"
  }

  /// A name that some service asks for is not dead: GMSA201 tells of it.
  private static func deadNames(_ grant: BoundGrant, _ picture: Picture) -> [String] {
    let structure = picture.snapshot.structure
    guard let names = grant.grant.names, structure.coverage.includes(.customResources, in: grant.cluster)
    else { return [] }
    return names.filter { name in
      let id = CredentialSpecID(cluster: grant.cluster, delivery: .customResource, name: name)
      return structure.index(of: id) == nil
    }
  }
}
