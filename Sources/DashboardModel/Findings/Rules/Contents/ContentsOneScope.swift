// GMSA509: the primary account of a credential spec stands with one scope only.

/// Fires for an account with one scope only.
public struct ContentsOneScope: ContentsRule {
  /// GMSA509.
  public static let card = RuleCard(
    id: "GMSA509", name: "contents-one-scope", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "The official module lists the primary account twice: once with the DNS name of its "
        + "domain as Scope, once with the NetBIOS name. Here one of the two is missing.",
      matters:
        "A warning: logons by the other form of the name find no account. Where only the "
        + "NetBIOS name stood, Kerberos fell back to NTLM and authentication broke.",
      confirm:
        "Look at GroupManagedServiceAccounts: MachineAccountName must stand there with both "
        + "scopes.",
      fix:
        "Add the second entry; gmsa-tui lint prints it.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "Azure/aksArc issue 382",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
