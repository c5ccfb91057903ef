// GMSA507: Sid of a credential spec is not the SID of a domain.

/// Fires for a Sid that is not the SID of a domain.
public struct ContentsDomainSID: ContentsRule {
  /// GMSA507.
  public static let card = RuleCard(
    id: "GMSA507", name: "contents-domain-sid", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "DomainJoinConfig.Sid is not S-1-5-21 and three numbers. With a fourth number (a "
        + "RID) it is the SID of an account: the documentation of Kubernetes asked for the SID "
        + "of the gMSA until 2024, and that of AKS still does.",
      matters:
        "Sid is that of the domain. A warning, since Windows starts the container all the "
        + "same; it then asks for an account of a domain that it cannot find.",
      confirm:
        "(Get-ADDomain).DomainSID.Value prints the right one on a computer that is joined to "
        + "the domain.",
      fix:
        "Put the domain's SID there: the same text without the last number where it has "
        + "four.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/gmsa-troubleshooting.md",
        "kubernetes/website pull request 47130",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }

  /// One wrong value copied into many credential specs is one cause.
  public var causeKey: String { flaw.remarks.first?.found ?? flaw.credentialSpec.name }
}
