// GMSA515: HostAccountConfig of a credential spec is not whole.

/// Fires for a HostAccountConfig that is not whole.
public struct ContentsHostAccount: ContentsRule {
  /// GMSA515.
  public static let card = RuleCard(
    id: "GMSA515", name: "contents-host-account", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "HostAccountConfig lacks PortableCcgVersion, PluginGUID or PluginInput, or "
        + "PortableCcgVersion is not the text 1.",
      matters:
        "CCG needs all three to call the plug-in: one that is missing is critical. A version "
        + "written as a number or another one is a warning.",
      confirm:
        "Compare with the plug-in's own documentation. Event 3 of "
        + "Microsoft-Windows-Containers-CCG/Admin says that the credential spec could not be "
        + "parsed.",
      fix:
        "Add what lint names; PortableCcgVersion is always \"1\", in quotes.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/manage-serviceaccounts.md",
        "kubernetes-sigs/windows-gmsa charts/gmsa/templates/credentialspec.yaml",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
