// GMSA505: a credential spec has a member that nothing reads.

/// Fires for members that are misspelt.
public struct ContentsKeyMisspelt: ContentsRule {
  /// GMSA505.
  public static let card = RuleCard(
    id: "GMSA505", name: "contents-key-misspelt", severity: .warning, since: "0.1", explains: ["GMSA604"],
    page: RulePage(
      means:
        "A member has a name that is no part of the format, mostly a slip or another case: "
        + "NetbiosName for NetBiosName. The schema of the custom resource prunes such members, "
        + "so that they are gone from the cluster, too.",
      matters:
        "What stands there is not read, so the value counts as missing: critical for a "
        + "member that Windows needs, else a warning.",
      confirm:
        "gmsa-tui lint names the member and the nearest name of the format. In the cluster, "
        + "compare kubectl get gmsacredentialspec NAME -o yaml with the manifest.",
      fix:
        "Spell the name as lint prints it. Remove members that the format does not have.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation windows-server-container-tools/ServiceAccounts/CredentialSpec.psm1",
        "kubernetes-sigs/windows-gmsa charts/gmsa/crds/crds.yaml",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
