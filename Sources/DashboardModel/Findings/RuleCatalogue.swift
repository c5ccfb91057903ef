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
}
