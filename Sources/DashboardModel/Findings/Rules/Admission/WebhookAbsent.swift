// GMSA205: clusters whose services name credential specs and that have nobody to hand them out.

/// Fires when services name custom resources and no gMSA admission webhook fills contents in.
public struct WebhookAbsent: FindingRule {
  /// GMSA205.
  public static let card = RuleCard(
    id: "GMSA205", name: "webhook-absent", severity: .critical, since: "0.1", explains: ["GMSA203"],
    page: RulePage(
      means:
        "Services of a cluster name custom resources, all webhook configurations were read, and none of the mutating "
        + "ones has the webhook admission-webhook.windows-gmsa.sigs.k8s.io for pods.",
      matters:
        "Nobody copies contents into new pods. They start without any gMSA, without an event and without an error, "
        + "and nobody checks who may use what.",
      confirm:
        "kubectl get mutatingwebhookconfigurations; the name of the object varies, that of the webhook in it "
        + "does not.",
      fix:
        "Install the windows-gmsa webhook (its chart, or the cloud provider's switch for gMSA), then delete the "
        + "pods that were made without it.",
      sources: [
        "kubernetes-sigs/windows-gmsa charts/gmsa/templates",
        "kubernetes/enhancements keps/sig-windows/689-windows-gmsa",
      ]))

  let cluster: ClusterName
  let feed: FeedID
  let services: NameList
  let isStillValidated: Bool

  /// About the feed that tells of the cluster.
  public var subject: FindingSubject { .feed(feed) }
  /// Everything in the cluster that names a credential spec.
  public func reach(in picture: Picture) -> FindingReach { FindingReach(cluster: cluster) }
  /// A cluster's own.
  public var causeKey: String { cluster.text }

  /// Counts the services that ask in vain.
  public var message: String {
    let verb = services.count == 1 ? "names" : "name"
    let rest = isStillValidated ? "; one that checks pods is there" : ""
    return
      "\(services.text) \(verb) credspecs, and cluster \(cluster.text) has no gMSA admission webhook that "
      + "fills them in\(rest)"
  }

  /// The list that lacks it.
  public func evidence(in picture: Picture) -> [Evidence] {
    [
      Evidence(
        object: "mutatingwebhookconfigurations of \(cluster.text)", field: "webhooks[].name",
        value: "no \(AdmissionWebhook.credentialSpecWebhook)")
    ]
  }

  /// Lists what there is.
  public var nextStep: CopyableCommand { .listWebhooks }

  /// One finding a cluster.
  public static func findings(in picture: Picture) -> [WebhookAbsent] {
    let bare = picture.snapshot.structure.clusters.filter { cluster in
      picture.index.admission[cluster].map { $0.isRead && $0.mutating.isEmpty } ?? false
    }
    if bare.isEmpty { return [] }
    let services = picture.servicesOfCustomResources
    return bare.compactMap { cluster in
      guard let own = services[cluster], let admission = picture.index.admission[cluster] else { return nil }
      return WebhookAbsent(
        cluster: cluster, feed: picture.feed(of: cluster),
        services: NameList(
          own.prefix(NameList.shown).map(\.spokenName), count: own.count, noun: "service"),
        isStillValidated: !admission.validating.isEmpty)
    }
  }
}
