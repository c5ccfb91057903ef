// GMSA602: processes that run as a user to whom the gMSA is of no use.

/// Fires when a service runs its containers as a user that is neither Network Service nor Local System.
public struct RunAsUser: FindingRule {
  /// GMSA602.
  public static let card = RuleCard(
    id: "GMSA602", name: "run-as-user", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A template names a credential spec and a user: runAsUserName of a pod or container, the user of a Swarm "
        + "service. That user is neither Network Service nor Local System, the two that act as the gMSA.",
      matters:
        "The identity is delivered and the process cannot use it: it meets the domain as nobody, and klist says "
        + "access denied (0xC0000022). Nothing else in the cluster shows it.",
      confirm:
        "In the container: whoami. It never shows the gMSA; it must show nt authority\\network service or nt "
        + "authority\\system. A service or an IIS pool inside may run as another user than the container.",
      fix:
        "Set runAsUserName (or --user) to NT AUTHORITY\\NETWORK SERVICE, or leave it out where the image's own user is "
        + "right. Where only a service or an IIS pool inside needs the identity, set its user instead, and mute "
        + "this finding with that reason.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation gmsa-configure-app.md", "microsoft/SDN#339",
        "kubernetes core/v1 WindowsSecurityContextOptions",
      ]))

  let service: ServiceID
  /// The slots with such a user.
  let references: [CredentialSpecReference]

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// Names the users.
  public var message: String {
    let users = Set(references.compactMap(\.runAsUser)).sorted()
    let names = NameList(users, count: users.count, noun: "user").text
    return
      "\(service.spokenName) runs as \(names), without the gMSA's identity; only Network Service and Local "
      + "System have it"
  }

  /// Where the user is set.
  public func evidence(in picture: Picture) -> [Evidence] {
    references.prefix(NameList.shown).map { reference in
      let field = service.kind == .swarmService ? "User" : "runAsUserName"
      return Evidence(
        object: "service \(service.spokenName)",
        field: reference.slot == .whole ? field : "\(field) at the \(reference.slot.fieldName)",
        value: reference.runAsUser ?? "")
    }
  }

  /// Sets the user in a Swarm; asks a running pod.
  public var nextStep: CopyableCommand {
    let name = QuotedWord.posix(service.name)
    switch service.kind {
    case .swarmService:
      return .onManager(#"docker service update --user 'NT AUTHORITY\NETWORK SERVICE' \#(name)"#)
    case .cronJob: return .kubectl("get \(service.kubectlWords) -o yaml")
    default:
      let namespace = QuotedWord.posix(service.namespace)
      return .kubectl("-n \(namespace) exec \(service.kind.rawValue.lowercased())/\(name) -- whoami")
    }
  }

  /// Templates alone say it; no replica is asked.
  public static let readsStructureAlone = true

  /// One finding a service.
  public static func findings(in picture: Picture) -> [RunAsUser] {
    (0..<picture.count(.service)).compactMap { row in
      let service = picture.service(row)
      let unfit = service.template.references.filter { reference in
        reference.runAsUser.map { !WindowsUser.carriesIdentity($0) } ?? false
      }
      return unfit.isEmpty ? nil : RunAsUser(service: service.id, references: unfit)
    }
  }
}
