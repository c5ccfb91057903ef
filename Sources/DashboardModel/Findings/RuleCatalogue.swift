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
    ContentsNotJSON.self,
    ContentsEmpty.self,
    ContentsEncoding.self,
    ContentsKeyMissing.self,
    ContentsKeyMisspelt.self,
    ContentsPluginList.self,
    ContentsDomainSID.self,
    ContentsDomainGUID.self,
    ContentsOneScope.self,
    ContentsAccountNotListed.self,
    ContentsDecoratedName.self,
    ContentsNameTooLong.self,
    ContentsDomainNames.self,
    ContentsPluginGUID.self,
    ContentsHostAccount.self,
    ContentsDomainContradiction.self,
    ContentsTooLarge.self,
    ContentsNameNotDNS.self,
    ContentsPluginInput.self,
    HostnameCollision.self,
    RunAsUser.self,
    OldBuild.self,
    RuntimeError.self,
    FeedTrouble.self,
  ]

  /// Ids that were released once and must not be used again.
  public static let retired: [String] = []

  /// What the rules that read the structure alone find in a picture, by id.
  static func lastingFindings(in picture: Picture) -> [String: [Finding]] {
    var found: [String: [Finding]] = [:]
    for rule in all where rule.readsStructureAlone { found[rule.card.id] = findings(of: rule, in: picture) }
    return found
  }

  /// What all rules find in a picture, worst first, then by id. `lasting` is what those found that read the structure
  /// alone.
  static func findings(in picture: Picture, lasting: [String: [Finding]]) -> [Finding] {
    var found: [Finding] = []
    for rule in all { found += lasting[rule.card.id] ?? findings(of: rule, in: picture) }
    // Stable within a severity: the catalogue is ordered by id, a rule's findings by the axes.
    return Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
  }

  private static func findings<Rule: FindingRule>(of rule: Rule.Type, in picture: Picture) -> [Finding] {
    rule.findings(in: picture).map(Finding.init)
  }
}
