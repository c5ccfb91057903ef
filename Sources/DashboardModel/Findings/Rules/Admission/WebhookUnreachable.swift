// GMSA206: webhooks that the API server cannot call.

/// Fires when the gMSA webhook's Service has no ready endpoint, its certificates have ended, or the API server says of
/// a pod that it could not make that it could not call it.
public struct WebhookUnreachable: FindingRule {
  /// GMSA206.
  public static let card = RuleCard(
    id: "GMSA206", name: "webhook-unreachable", severity: .critical, since: "0.1",
    explains: ["GMSA203", "GMSA604"],
    page: RulePage(
      means:
        "A gMSA admission webhook is configured and cannot be called: the Service that it names does not exist or has "
        + "no ready endpoint, every certificate of its caBundle had ended when the facts were observed, or the API server "
        + "says that calling it failed when a pod was to be made, and none has started since.",
      matters:
        "The webhook sees each pod that is made. With failurePolicy Fail no pod at all can be created in the "
        + "namespaces that it covers, those without a credential spec and those of the network among them. With Ignore "
        + "pods start without identity, in silence.",
      confirm:
        "Events of ReplicaSets say \"failed calling webhook\" with \"no endpoints available for service\" or "
        + "\"x509: certificate has expired\".",
      fix:
        "Bring the webhook's pods up; they must not need the webhook themselves (exempt their namespace). For "
        + "certificates: renew them, put the new authority into caBundle, and restart the webhook unless it runs with "
        + "--cert-reload.",
      sources: [
        "kubernetes-sigs/windows-gmsa#113, #135",
        "aws-samples/amazon-eks-gmsa#6",
        "kubernetes admissionregistration/v1",
      ]))

  /// What keeps the API server from calling it.
  enum Obstacle: Hashable, Sendable {
    case noService(String)
    case noReadyEndpoint(String)
    case certificatesEnded(Timestamp, configuration: String)
    /// The API server's own words about a call.
    case callFailed(Trouble)

    var text: String {
      switch self {
      case .noService(let name): "Service \(name) does not exist"
      case .noReadyEndpoint(let name): "Service \(name) has no ready endpoint"
      case .certificatesEnded(let time, let name): "the caBundle of \(name) ended \(time.text)"
      case .callFailed(let trouble): "the API server says so: \(Self.end(of: trouble.message))"
      }
    }

    var evidence: Evidence {
      switch self {
      case .noService(let name): Evidence(object: "Service \(name)", field: "metadata", value: "absent")
      case .noReadyEndpoint(let name):
        Evidence(object: "Endpoints \(name)", field: "subsets[].addresses", value: "0 ready")
      case .certificatesEnded(let time, let name):
        Evidence(object: name, field: "clientConfig.caBundle", value: "notAfter \(time.text)", at: time)
      case .callFailed(let trouble):
        Evidence(object: trouble.object, field: trouble.reason, value: trouble.message, at: trouble.at)
      }
    }

    /// What stands behind the address that was called: `context deadline exceeded`.
    private static func end(of message: String) -> String {
      message.split(separator: "\": ").last.map(String.init) ?? message
    }
  }

  let cluster: ClusterName
  let feed: FeedID
  let obstacles: [Obstacle]
  let failurePolicies: Set<String>
  let configuration: String

  /// About the feed that tells of the cluster.
  public var subject: FindingSubject { .feed(feed) }
  /// A cluster's own.
  public var causeKey: String { cluster.text }

  /// The services that the API server says it could not ask the webhook for, and those that started without.
  public func reach(in picture: Picture) -> FindingReach {
    let isIgnored = failurePolicies.contains("Ignore")
    let touched = (0..<picture.count(.service)).filter { row in
      let service = picture.service(row)
      guard service.id.cluster == cluster else { return false }
      if isIgnored, service.template.references.contains(where: \.isCustomResource) { return true }
      return service.troubles.contains { Self.isFailedCall($0.message) }
    }
    return FindingReach(services: touched.map { picture.service($0).id })
  }

  /// Source: kubernetes apiserver/pkg/admission/plugin/webhook; the text grew a middle part in newer servers.
  private static func isFailedCall(_ text: String) -> Bool {
    text.contains("failed calling webhook") && text.contains(AdmissionWebhook.credentialSpecWebhook)
  }

  /// Says what is in the way and what follows.
  public var message: String {
    let result =
      failurePolicies.contains("Fail")
      ? "with failurePolicy Fail no pod can be created"
      : "with failurePolicy Ignore pods start without identity"
    let reasons = obstacles.map(\.text).joined(separator: "; ")
    return "the gMSA webhook of cluster \(cluster.text) cannot be called: \(reasons); \(result)"
  }

  /// What is in the way.
  public func evidence(in picture: Picture) -> [Evidence] { obstacles.map(\.evidence) }

  /// Looks behind the Service, or at the certificates.
  public var nextStep: CopyableCommand {
    switch obstacles.first {
    case .noService(let name), .noReadyEndpoint(let name):
      let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
      let namespace = QuotedWord.posix(parts.first ?? "")
      return .kubectl("-n \(namespace) get service,endpoints,pods")
    case .callFailed:
      return .kubectl("get mutatingwebhookconfigurations,validatingwebhookconfigurations -o wide")
    default:
      return .kubectl("get mutatingwebhookconfigurations \(QuotedWord.posix(configuration)) -o yaml")
    }
  }

  /// One finding a cluster, over all that is in the way.
  public static func findings(in picture: Picture) -> [WebhookUnreachable] {
    let now = picture.snapshot.observedAt
    return picture.snapshot.structure.clusters.compactMap { cluster in
      let admission = picture.index.admission[cluster]
      let webhooks = (admission?.mutating ?? []) + (admission?.validating ?? [])
      var seen: Set<Obstacle> = []
      var blocked: [AdmissionWebhook] = []
      var obstacles: [Obstacle] = []
      for webhook in webhooks {
        let own = self.obstacles(webhook, picture, now)
        if !own.isEmpty { blocked.append(webhook) }
        obstacles += own.filter { seen.insert($0).inserted }
      }
      guard let first = blocked.first else { return failedCall(in: cluster, picture) }
      return WebhookUnreachable(
        cluster: cluster, feed: picture.feed(of: cluster), obstacles: obstacles,
        failurePolicies: Set(blocked.map(\.failurePolicy)), configuration: first.configuration)
    }
  }

  /// What the API server says where no list says what is in the way: a network policy, a firewall, a webhook that hangs.
  /// It refuses a pod for that with failurePolicy Fail alone.
  private static func failedCall(in cluster: ClusterName, _ picture: Picture) -> WebhookUnreachable? {
    for row in 0..<picture.count(.service) {
      let service = picture.service(row)
      guard service.id.cluster == cluster, service.troubles.contains(where: { isFailedCall($0.message) }),
        let trouble = picture.snapshot.refusal(ofService: picture.index.services[row], rule: card.id)
      else { continue }
      return WebhookUnreachable(
        cluster: cluster, feed: picture.feed(of: cluster), obstacles: [.callFailed(trouble)],
        failurePolicies: ["Fail"], configuration: "")
    }
    return nil
  }

  private static func obstacles(
    _ webhook: AdmissionWebhook, _ picture: Picture, _ now: Timestamp?
  ) -> [Obstacle] {
    var obstacles: [Obstacle] = []
    if let name = webhook.service, let obstacle = obstacle(name, webhook.cluster, picture) {
      obstacles.append(obstacle)
    }
    if let end = webhook.certificatesEndAt, let now, end < now {
      obstacles.append(.certificatesEnded(end, configuration: webhook.configuration))
    }
    return obstacles
  }

  private static func obstacle(_ name: String, _ cluster: ClusterName, _ picture: Picture) -> Obstacle? {
    let structure = picture.snapshot.structure
    let namespace = name.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
    guard structure.coverage.includes(.endpoints, in: cluster, namespace: namespace) else { return nil }
    let entry = structure.rest.endpoints.first {
      $0.cluster == cluster && "\($0.namespace)/\($0.name)" == name
    }
    guard let entry else { return .noService(name) }
    return entry.readyAddresses == 0 ? .noReadyEndpoint(name) : nil
  }
}

extension CredentialSpecReference {
  /// Whether the webhook is asked for it.
  var isCustomResource: Bool { credentialSpec.delivery == .customResource }
}
