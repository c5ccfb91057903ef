// The rules that exist, in the order of their ids.

/// The catalogue of rules.
public enum RuleCatalogue {
  /// Every rule, by id.
  public static let all: [any FindingRule.Type] = [
    MissingOnHost.self,
    AtRiskHost.self,
    SurplusCopy.self,
    HostDrift.self,
    DistributorService.self,
    DanglingReference.self,
    NotAuthorised.self,
    SilentNoIdentity.self,
    StaleContents.self,
    WebhookAbsent.self,
    WebhookUnreachable.self,
    NamespaceExcluded.self,
    InitContainerGap.self,
    AlphaAnnotation.self,
    NameWithoutResource.self,
    OverGranted.self,
    GrantTooWide.self,
    MisleadingGrant.self,
    DeadGrant.self,
    ConfigOrphan.self,
    ConfigSuperseded.self,
    ConfigMounted.self,
    NoSuitableHost.self,
    MayLandOnLinux.self,
    FeedTrouble.self,
  ]

  /// Ids that were released once and must not be used again.
  public static let retired: [String] = []

  /// What all rules find in a picture, worst first, then by id.
  public static func findings(in picture: Picture) -> [Finding] {
    var found: [Finding] = []
    for rule in all { found += findings(of: rule, in: picture) }
    // Stable within a severity: the catalogue is ordered by id, a rule's findings by the axes.
    return Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
  }

  private static func findings<Rule: FindingRule>(of rule: Rule.Type, in picture: Picture) -> [Finding] {
    rule.findings(in: picture).map(Finding.init)
  }
}
