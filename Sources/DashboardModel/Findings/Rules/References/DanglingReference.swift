// GMSA201: services that name a credential spec which does not exist.

/// Fires when a service names a credential spec that does not exist in any feed.
public struct DanglingReference: RowRule {
  /// GMSA201.
  public static let card = RuleCard(
    id: "GMSA201", name: "dangling-reference", severity: .critical, since: "0.1",
    explains: ["GMSA101", "GMSA102", "GMSA604"],
    page: RulePage(
      means:
        "A service's template names a credential spec, and the whole list of its kind was read and lacks it: "
        + "no such custom resource, no such Swarm config, no such file or registry value on any host.",
      matters:
        "Replicas that start now are refused (\"cred spec … does not exist\"), fail, or start without an "
        + "identity. Replicas that run already go on, until they are moved.",
      confirm:
        "List what there is, and compare letter by letter: names of custom resources are lower case, and a "
        + "copied example often is not.",
      fix: "Create the credential spec under that name, or correct the name in the service's template.",
      sources: [
        "kubernetes-sigs/windows-gmsa admission-webhook/kube_client.go",
        "moby/swarmkit manager/controlapi/service.go",
        "kubernetes/website configure-gmsa.md",
      ]))

  let service: ServiceID
  let credentialSpecs: [CredentialSpecID]
  /// The reference, and what the orchestrator says of it.
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// The service and what does not exist.
  public func reach(in picture: Picture) -> FindingReach {
    FindingReach(services: [service], credentialSpecs: credentialSpecs)
  }
  /// The names that nobody has.
  public var causeKey: String {
    let names = credentialSpecs.map { "\($0.delivery.rawValue) \($0.name)" }
    return "\(service.cluster.text) \(names.joined(separator: ","))"
  }

  /// Names what does not exist.
  public var message: String {
    let names = NameList(credentialSpecs.map(\.name), count: credentialSpecs.count, noun: "credspec").text
    return credentialSpecs.count == 1
      ? "\(service.spokenName) names \(names), and no such credspec exists"
      : "\(service.spokenName) names \(names), and none of them exists"
  }

  /// Lists what does exist.
  public var nextStep: CopyableCommand {
    switch credentialSpecs.first?.delivery {
    case .swarmConfig: .onManager("docker config ls")
    case .hostFile: .onHost(nil, "Get-CredentialSpec")
    case .hostRegistry: .onHost(nil, "Get-Item '\(CopyableCommand.credentialSpecKey)'")
    default: .kubectl("get gmsacredentialspecs")
    }
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service, over all that it names in vain.
  public static func findings(of rows: [Int], in picture: Picture) -> [DanglingReference] {
    rows.compactMap { row in
      guard picture.serviceByCredentialSpec.rowCounts[row][.dangling] > 0 else { return nil }
      let service = picture.service(row)
      let missing = picture.serviceByCredentialSpec.columns(inRow: row) { $0.state == .dangling }
      return DanglingReference(
        service: service.id, credentialSpecs: missing.map { picture.credentialSpec($0).id },
        facts: evidence(of: service))
    }
  }

  private static func evidence(of service: Service) -> [Evidence] {
    let references = service.template.references.prefix(NameList.shown).map { reference in
      Evidence(
        object: "service \(service.id.spokenName)", field: reference.slot.fieldName,
        value: "\(reference.credentialSpec.delivery.word) \(reference.credentialSpec.name)")
    }
    let troubles = service.troubles.prefix(1).map { trouble in
      Evidence(object: trouble.object, field: trouble.reason, value: trouble.message, at: trouble.at)
    }
    return references + troubles
  }
}

extension CredentialSpecReference.Slot {
  /// Where in the template, for people.
  var fieldName: String {
    switch part {
    case .whole: "credspec"
    case .container: "credspec of container \(name)"
    case .initContainer: "credspec of init container \(name)"
    }
  }
}
