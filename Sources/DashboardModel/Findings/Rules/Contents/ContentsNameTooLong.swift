// GMSA512: an account of a credential spec has more than 15 characters.

/// Fires for account names over 15 characters.
public struct ContentsNameTooLong: ContentsRule {
  /// GMSA512.
  public static let card = RuleCard(
    id: "GMSA512", name: "contents-name-too-long", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "An account name has more than 15 characters without its $.",
      matters:
        "A gMSA is an account like a computer's, whose sAMAccountName has at most 15 "
        + "characters and a $. A warning: the name is probably the display name or the DNS "
        + "name of the account.",
      confirm:
        "Get-ADServiceAccount -Filter * | Select-Object Name, SamAccountName prints both.",
      fix:
        "Use the sAMAccountName without its $, or create the account with a shorter name.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "Microsoft Learn: New-ADServiceAccount -SamAccountName",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
