// GMSA502: the contents of a credential spec are empty.

/// Fires for contents that are empty.
public struct ContentsEmpty: ContentsRule {
  /// GMSA502.
  public static let card = RuleCard(
    id: "GMSA502", name: "contents-empty", severity: .critical, since: "0.1",
    explains: ["GMSA204", "GMSA604"],
    page: RulePage(
      means:
        "The contents are an empty text, null or {}. A custom resource comes to credspec: {} "
        + "where a CustomResourceDefinition without a full schema pruned every member when it "
        + "was written.",
      matters:
        "The pod or task gets an empty credential spec, and the container fails with winapi "
        + "error 3489660941 (0xC000000D, invalid parameter). Critical: nothing can use it.",
      confirm:
        "kubectl get gmsacredentialspec NAME -o yaml shows credspec: {}; kubectl get crd "
        + "gmsacredentialspecs.windows.k8s.io -o yaml shows whether the schema has "
        + "x-kubernetes-preserve-unknown-fields or the members.",
      fix:
        "Install the CustomResourceDefinition of the windows-gmsa release that runs, then "
        + "apply the credential spec again: what was pruned is gone.",
      sources: [
        "kubernetes-sigs/windows-gmsa pull request 31",
        "kubernetes-sigs/windows-gmsa charts/gmsa/crds/crds.yaml",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
