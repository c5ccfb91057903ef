// GMSA510: MachineAccountName of a credential spec is not among its GroupManagedServiceAccounts.

/// Fires for an account that is not listed.
public struct ContentsAccountNotListed: ContentsRule {
  /// GMSA510.
  public static let card = RuleCard(
    id: "GMSA510", name: "contents-account-not-listed", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "DomainJoinConfig.MachineAccountName names one account, and "
        + "GroupManagedServiceAccounts lists others. Case does not count.",
      matters:
        "A container takes the identity of the one and may use the others; the official "
        + "module always lists it. A warning: mostly a copied file in which only one of the "
        + "places was changed.",
      confirm:
        "Compare MachineAccountName with each Name under GroupManagedServiceAccounts.",
      fix:
        "Put the same account in both places, with both scopes.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/gmsa-troubleshooting.md",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
