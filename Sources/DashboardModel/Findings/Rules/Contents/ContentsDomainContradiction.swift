// GMSA516: credential specs that contradict each other about one domain.

/// Fires for credential specs of one cluster that name one domain and different SIDs or GUIDs for it.
public struct ContentsDomainContradiction: ContentsRule {
  /// GMSA516.
  public static let card = RuleCard(
    id: "GMSA516", name: "contents-domain-contradiction", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "Credential specs of one cluster have the same DnsName and different domain SIDs or GUIDs. A domain has one "
        + "of each. Values that are malformed anyway do not count; GMSA507 and GMSA508 tell of them.",
      matters:
        "At least one of them names another domain than it says. A warning: which one is wrong only the directory "
        + "can tell; the finding is about those that differ from most.",
      confirm: "(Get-ADDomain).DomainSID.Value and (Get-ADDomain).ObjectGUID print the right ones.",
      fix: "Put the domain's SID and GUID into the credential specs that differ, and deliver them again.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1"
      ]))

  /// The remarks on SID and GUID.
  public let flaw: ContentsFlaw
  private let domain: String

  /// A finding.
  public init(flaw: ContentsFlaw) { self.init(flaw: flaw, domain: "") }

  private init(flaw: ContentsFlaw, domain: String) {
    self.flaw = flaw
    self.domain = domain
  }

  /// The domain: all that contradict each other about it are one cause.
  public var causeKey: String { "\(flaw.credentialSpec.cluster.text) \(domain)" }

  /// One finding a credential spec that differs from most.
  public static func findings(in picture: Picture) -> [ContentsDomainContradiction] {
    var claims = DomainClaims()
    let entries = picture.snapshot.structure.credentialSpecs
    for entry in entries where entry.id.delivery != .inline {
      if let reference = entry.reference { claims.add(reference, scope: entry.id.cluster.text) }
    }
    return entries.compactMap { entry in
      guard entry.id.delivery != .inline, let reference = entry.reference, let domain = reference.domain
      else { return nil }
      let remarks = claims.remarks(on: reference, scope: entry.id.cluster.text)
      if remarks.isEmpty { return nil }
      return ContentsDomainContradiction(
        flaw: ContentsFlaw(credentialSpec: entry.id, remarks: remarks), domain: domain.lowercased())
    }
  }
}
