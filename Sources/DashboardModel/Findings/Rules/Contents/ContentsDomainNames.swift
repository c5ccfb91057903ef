// GMSA513: the DNS and NetBIOS names of a credential spec are swapped or malformed.

/// Fires for DNS and NetBIOS names that are swapped or malformed.
public struct ContentsDomainNames: ContentsRule {
  /// GMSA513.
  public static let card = RuleCard(
    id: "GMSA513", name: "contents-domain-names", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "DnsName has no dot, NetBiosName has one or is longer than 15 characters, or each "
        + "stands in the place of the other.",
      matters:
        "The host looks for a domain controller by these names. A warning: single-label DNS "
        + "domains exist, though Microsoft advises against them.",
      confirm:
        "(Get-ADDomain).DNSRoot and (Get-ADDomain).NetBIOSName print the right ones.",
      fix:
        "Put the full DNS name in DnsName and the short one in NetBiosName.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "Azure/aksArc issue 382",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
