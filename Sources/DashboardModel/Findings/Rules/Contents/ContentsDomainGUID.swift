// GMSA508: Guid of a credential spec is no GUID.

/// Fires for a Guid that is no GUID.
public struct ContentsDomainGUID: ContentsRule {
  /// GMSA508.
  public static let card = RuleCard(
    id: "GMSA508", name: "contents-domain-guid", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "DomainJoinConfig.Guid is not 8-4-4-4-12 hexadecimal digits without braces.",
      matters:
        "It names the domain object. A warning: what Windows does with a wrong one is not "
        + "documented, and the official module never writes one.",
      confirm:
        "(Get-ADDomain).ObjectGUID prints the right one on a computer that is joined to the "
        + "domain.",
      fix:
        "Put the GUID of the domain object there, without braces.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/gmsa-troubleshooting.md",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }

  /// One wrong value copied into many credential specs is one cause.
  public var causeKey: String { flaw.remarks.first?.found ?? flaw.credentialSpec.name }
}
