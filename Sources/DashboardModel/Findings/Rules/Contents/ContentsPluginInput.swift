// GMSA519: PluginInput of a credential spec has not the form that its plug-in reads.

/// Fires for a PluginInput that its plug-in cannot read.
public struct ContentsPluginInput: ContentsRule {
  /// GMSA519.
  public static let card = RuleCard(
    id: "GMSA519", name: "contents-plugin-input", severity: .warning, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "PluginInput is an object where Kubernetes takes a text, or lacks what a known "
        + "plug-in looks for: ObjectId= and SecretUri= (Azure Key Vault), credentialArn (AWS), "
        + "NAMESPACE:SECRET (Rancher). Its value is never shown, since it may be a secret.",
      matters:
        "The plug-in cannot find the credentials of the portable account. A warning, because "
        + "plug-ins change.",
      confirm:
        "Event 6 of Microsoft-Windows-Containers-CCG/Admin on the host says that the plug-in "
        + "gave no credentials.",
      fix:
        "Write the input as the plug-in's documentation shows it. For Kubernetes, JSON goes "
        + "into a text with its quotes escaped.",
      sources: [
        "rancher/Rancher-Plugin-gMSA docs/testing/developer-smoke-test-cases.md",
        "MicrosoftDocs/azure-docs articles/aks/use-group-managed-service-accounts.md",
        "aws/credentials-fetcher cdk/cdk-domainless-mode/credspec_template.json",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
