// GMSA202: services whose account may not use the credential spec that they name.

/// Fires when no grant lets a service's account use the credential spec that the service names.
public struct NotAuthorised: RowRule {
  /// GMSA202.
  public static let card = RuleCard(
    id: "GMSA202", name: "not-authorised", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "A service names a custom resource, all roles and bindings that could allow it were read, and none lets its "
        + "service account use that credential spec: verb use, API group windows.k8s.io, resource "
        + "gmsacredentialspecs, by that name, in the pod's namespace.",
      matters:
        "The admission webhook refuses each new pod (\"service account … is not authorized to `use` GMSA cred spec\"). "
        + "A refused pod exists nowhere: only its ReplicaSet, Job or StatefulSet tells of it. Pods that run already go "
        + "on until they are replaced.",
      confirm:
        "kubectl auth can-i use gmsacredentialspecs/NAME --as=system:serviceaccount:NAMESPACE:ACCOUNT -n NAMESPACE. "
        + "A RoleBinding counts in the pod's own namespace alone.",
      fix:
        "Bind the account in the service's namespace to a role with verb use, apiGroup windows.k8s.io, resource "
        + "gmsacredentialspecs and the credential spec's name in resourceNames.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/kube_client.go",
        "kubernetes-sigs/windows-gmsa admission-webhook/webhook.go",
        "Azure/aks-engine#2025",
      ]))

  let service: ServiceID
  let account: String
  let credentialSpecs: [CredentialSpecID]
  /// What the account may use, and what its controller says.
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// The service and what it may not use.
  public func reach(in picture: Picture) -> FindingReach {
    FindingReach(services: [service], credentialSpecs: credentialSpecs)
  }

  /// One binding that is not there: the account and the credential specs.
  public var causeKey: String {
    "\(service.cluster.text) \(service.namespace)/\(account) \(credentialSpecs.map(\.name).joined(separator: ","))"
  }

  /// Names the account and what it may not use.
  public var message: String {
    let names = NameList(credentialSpecs.map(\.name), count: credentialSpecs.count, noun: "credspec").text
    let account = "service account \(service.namespace)/\(account)"
    return "\(service.spokenName) names \(names), and its \(account) may not use "
      + (credentialSpecs.count == 1 ? "it" : "them")
  }

  /// Asks the server the same question.
  public var nextStep: CopyableCommand {
    let name = QuotedWord.posix("gmsacredentialspecs.windows.k8s.io/\(credentialSpecs.first?.name ?? "")")
    let user = QuotedWord.posix("system:serviceaccount:\(service.namespace):\(account)")
    return .kubectl("auth can-i use \(name) --as=\(user) -n \(QuotedWord.posix(service.namespace))")
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service, over all that it may not use.
  public static func findings(of rows: [Int], in picture: Picture) -> [NotAuthorised] {
    rows.compactMap { row in
      guard picture.serviceByCredentialSpec.rowCounts[row][.denied] > 0 else { return nil }
      let service = picture.service(row)
      let denied = picture.serviceByCredentialSpec.columns(inRow: row) { $0.state == .denied }
      return NotAuthorised(
        service: service.id, account: service.template.serviceAccount ?? "default",
        credentialSpecs: denied.map { picture.credentialSpec($0).id }, facts: evidence(of: service, picture))
    }
  }

  private static func evidence(of service: Service, _ picture: Picture) -> [Evidence] {
    let account = service.template.serviceAccount ?? "default"
    let grants = picture.snapshot.structure.grants.grants(
      cluster: service.id.cluster, namespace: service.id.namespace, account: account)
    let held = grants.prefix(NameList.shown).map { grant in
      let names = grant.names?.sorted() ?? []
      let text = NameList(names, count: names.count, noun: "credspec").text
      return Evidence(object: grant.binding, field: grant.role, value: "allows \(text)")
    }
    let none = Evidence(
      object: "service account \(service.id.namespace)/\(account)", field: "grants",
      value: "none that the webhook's check would find")
    let troubles = service.troubles.prefix(1).map { trouble in
      Evidence(object: trouble.object, field: trouble.reason, value: trouble.message, at: trouble.at)
    }
    return (held.isEmpty ? [none] : held) + troubles
  }
}
