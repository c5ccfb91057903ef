// GMSA511: an account of a credential spec carries a $ or its domain.

/// Fires for names with a $, a domain or both.
public struct ContentsDecoratedName: ContentsRule {
  /// GMSA511.
  public static let card = RuleCard(
    id: "GMSA511", name: "contents-decorated-name", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "An account is written as NAME$, DOMAIN\\NAME or NAME@DOMAIN.",
      matters:
        "Windows adds the $ and the domain itself; with both it looks for an account that "
        + "does not exist. A warning: the official module cuts a $ off.",
      confirm:
        "Look at MachineAccountName and each Name: a bare account name.",
      fix:
        "Leave out the domain and the $. The domain stands in Scope and DnsName.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/gmsa-troubleshooting.md",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
