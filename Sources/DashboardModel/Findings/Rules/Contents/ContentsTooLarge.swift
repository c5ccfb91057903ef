// GMSA517: the contents of a credential spec are too large to be delivered.

/// Fires for contents that are too large.
public struct ContentsTooLarge: ContentsRule {
  /// GMSA517.
  public static let card = RuleCard(
    id: "GMSA517", name: "contents-too-large", severity: .critical, since: "0.1",
    page: RulePage(
      means:
        "The contents take more than 65,536 bytes, where a pod has to carry them, or "
        + "1,024,000 bytes and more, which no Swarm config holds.",
      matters:
        "The API refuses the pod or the config, so that it does not exist. Critical.",
      confirm:
        "The finding tells the size. For a custom resource it is that of the JSON which the "
        + "webhook writes into the pod.",
      fix:
        "Split it: list fewer accounts in one credential spec. A usual one has less than 2 "
        + "KB.",
      sources: [
        "kubernetes/kubernetes pkg/apis/core/validation/validation.go",
        "moby/swarmkit manager/controlapi/config.go",
      ]))

  /// The remarks of this rule.
  public let flaw: ContentsFlaw

  /// A finding.
  public init(flaw: ContentsFlaw) { self.flaw = flaw }
}
