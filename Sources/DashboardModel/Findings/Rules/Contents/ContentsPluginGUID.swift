// GMSA514: PluginGUID of a credential spec names no plug-in.

/// Fires for a PluginGUID that names no plug-in.
public struct ContentsPluginGUID: ContentsRule {
  /// GMSA514.
  public static let card = RuleCard(
    id: "GMSA514", name: "contents-plugin-guid", severity: .critical, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "HostAccountConfig.PluginGUID is no GUID in braces, or the placeholder of "
        + "Microsoft's documentation, which has letters beyond F.",
      matters:
        "CCG looks the plug-in up by this text and does not find it, so no credentials are "
        + "fetched and the container has no identity. Critical.",
      confirm:
        "On a host: Get-ChildItem HKLM:\\SYSTEM\\CurrentControlSet\\Control\\CCG\\COMClasses "
        + "lists the plug-ins; event 4 of Microsoft-Windows-Containers-CCG/Admin says that one "
        + "was not found.",
      fix:
        "Write the CLSID of the plug-in that is installed, with its braces: "
        + "{CCC2A336-D7F3-4818-A213-272B7924213E} for Azure Key Vault.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation virtualization/windowscontainers/manage-containers/manage-serviceaccounts.md",
        "rancher/Rancher-Plugin-gMSA docs/testing/developer-smoke-test-cases.md",
        "MicrosoftDocs/Virtualization-Documentation issue 1680",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
