// GMSA210: templates that carry contents and do not say whose they are.

/// Fires when a pod template sets contents of a credential spec without the name of a custom resource.
public struct NameWithoutResource: FindingRule {
  /// GMSA210.
  public static let card = RuleCard(
    id: "GMSA210", name: "name-without-resource", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "A pod template sets gmsaCredentialSpec (contents) and no gmsaCredentialSpecName. The admission webhook refuses "
        + "such pods: \"… has a GMSA cred spec set, but does not define the name of the corresponding resource\".",
      matters:
        "No new pod of the service can be made. Contents without a name are what somebody pastes who wants to go round "
        + "the right to use the resource.",
      confirm:
        "The owner's events or conditions carry the webhook's text; the template carries the contents.",
      fix:
        "Make a GMSACredentialSpec with these contents, name it in gmsaCredentialSpecName, and take the contents out of "
        + "the template: the webhook fills them in.",
      sources: ["kubernetes-sigs/windows-gmsa admission-webhook/webhook.go"]))

  let service: ServiceID
  let credentialSpecs: [CredentialSpecID]
  /// Where the contents stand, and what the controller says.
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// The service and its contents.
  public func reach(in picture: Picture) -> FindingReach {
    FindingReach(services: [service], credentialSpecs: credentialSpecs)
  }

  /// Says what is missing.
  public var message: String {
    "\(service.spokenName) carries credspec contents without the name of a resource; admission refuses its pods"
  }

  /// Lists the resources that it could name.
  public var nextStep: CopyableCommand { .kubectl("get gmsacredentialspecs") }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a service, unless the webhook is known to pass it over: then nobody refuses anything.
  public static func findings(in picture: Picture) -> [NameWithoutResource] {
    (0..<picture.count(.service)).compactMap { row in
      let service = picture.service(row)
      let own = service.template.references.filter { $0.credentialSpec.delivery == .inline }
      guard service.id.kind != .swarmService, !own.isEmpty, mayBeChecked(service, picture) else { return nil }
      let places = own.prefix(NameList.shown).map {
        Evidence(
          object: "service \(service.id.spokenName)", field: $0.slot.fieldName,
          value: "contents, no gmsaCredentialSpecName")
      }
      let troubles = service.troubles.prefix(1).map {
        Evidence(object: $0.object, field: $0.reason, value: $0.message, at: $0.at)
      }
      return NameWithoutResource(
        service: service.id, credentialSpecs: own.map(\.credentialSpec), facts: places + troubles)
    }
  }

  private static func mayBeChecked(_ service: Service, _ picture: Picture) -> Bool {
    guard let admission = picture.index.admission[service.id.cluster] else { return true }
    if admission.isRead && admission.validating.isEmpty { return false }
    return !admission.checking(service).isSkipped
  }
}
