// GMSA506: CmsPlugins of a credential spec does not name ActiveDirectory.

/// Fires for CmsPlugins without ActiveDirectory.
public struct ContentsPluginList: ContentsRule {
  /// GMSA506.
  public static let card = RuleCard(
    id: "GMSA506", name: "contents-plugin-list", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "CmsPlugins is a list, and ActiveDirectory is not in it. No other value is known.",
      matters:
        "Windows loads no plug-in that would read the Active Directory part, so the "
        + "container has no identity. Critical.",
      confirm:
        "Look at CmsPlugins: it must be a list with the one text ActiveDirectory, spelt so.",
      fix:
        "Write \"CmsPlugins\": [\"ActiveDirectory\"] and deliver the credential spec again.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/manage-serviceaccounts.md",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
