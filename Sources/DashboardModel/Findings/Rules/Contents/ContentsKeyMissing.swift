// GMSA504: a credential spec lacks a member or holds a value of another kind.

/// Fires for members that are missing or of another kind.
public struct ContentsKeyMissing: ContentsRule {
  /// GMSA504.
  public static let card = RuleCard(
    id: "GMSA504", name: "contents-key-missing", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "A member is missing, empty, or of another kind than it must be: a number for a "
        + "text, one object for a list of them.",
      matters:
        "Without CmsPlugins, MachineAccountName or GroupManagedServiceAccounts Windows "
        + "cannot tell which account is meant: critical. Sid, Guid and the names of the domain "
        + "are always written by the official module, and leaving one out is a warning.",
      confirm:
        "Compare with a file that New-CredentialSpec wrote. gmsa-tui lint names the object "
        + "that lacks the member.",
      fix:
        "Add the member. New-CredentialSpec -AccountName NAME writes a whole file on a "
        + "computer that is joined to the domain.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/manage-serviceaccounts.md",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
