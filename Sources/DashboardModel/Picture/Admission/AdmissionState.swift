// The gMSA webhooks of one cluster, and what they do to the pods of a service.

/// The gMSA admission webhooks of one cluster.
struct AdmissionState: Sendable {
  /// Entries that fill contents in.
  let mutating: [AdmissionWebhook]
  /// Entries that check what was filled in.
  let validating: [AdmissionWebhook]
  /// Whether all webhook configurations were read.
  let isRead: Bool
  /// The workloads behind the webhooks' Services, where they were read.
  let workloads: [Service]
  /// `namespace/name` of the Services that they call.
  let serviceNames: [String]
  private let namespaces: [String: [String: String]]

  init(
    cluster: ClusterName, webhooks: [AdmissionWebhook], namespaces: [String: [String: String]],
    _ structure: SnapshotStructure
  ) {
    mutating = webhooks.filter(\.mutates)
    validating = webhooks.filter { !$0.mutates }
    isRead = structure.coverage.includes(.webhooks, in: cluster)
    self.namespaces = namespaces
    let names = Set(webhooks.compactMap(\.service)).sorted()
    serviceNames = names
    let behind = structure.rest.endpoints.filter { entry in
      entry.cluster == cluster && names.contains("\(entry.namespace)/\(entry.name)")
    }
    workloads = behind.flatMap { entry in Self.workloads(behind: entry, structure) }
  }

  private static func workloads(behind entry: ServiceEndpoints, _ structure: SnapshotStructure) -> [Service] {
    guard let selector = entry.selector else { return [] }
    return structure.services.filter { service in
      guard service.id.cluster == entry.cluster, service.id.namespace == entry.namespace,
        let labels = service.podLabels
      else { return false }
      return selector.allSatisfy { labels[$0.key] == $0.value }
    }
  }

  /// Whether a webhook of a kind sees the pods of a service.
  enum Answer: Hashable, Sendable {
    /// It does.
    case visited
    /// It does not, and this term of the configuration says so.
    case skipped(by: String)
    /// Labels or conditions that decide were not read.
    case unknown
  }

  /// Whether contents are filled in for the pods of a service.
  func filling(_ service: Service) -> Answer { answer(mutating, service) }
  /// Whether the pods of a service are checked.
  func checking(_ service: Service) -> Answer { answer(validating, service) }

  /// Several entries are several chances.
  private func answer(_ webhooks: [AdmissionWebhook], _ service: Service) -> Answer {
    var worst = Answer.unknown
    var isAllSkipped = isRead && !webhooks.isEmpty
    for webhook in webhooks {
      let one = answer(webhook, service)
      if one == .visited { return one }
      if one == .unknown { isAllSkipped = false } else { worst = one }
    }
    return isAllSkipped ? worst : .unknown
  }

  private func answer(_ webhook: AdmissionWebhook, _ service: Service) -> Answer {
    var isKnown = true
    if let selector = webhook.namespaceSelector, !selector.isEmpty {
      guard let labels = namespaces[service.id.namespace] else { return .unknown }
      if !selector.selects(labels) {
        return .skipped(by: "namespaceSelector of \(webhook.configuration)")
      }
    }
    if let selector = webhook.objectSelector, !selector.isEmpty {
      if let labels = service.podLabels {
        if !selector.selects(labels) {
          return .skipped(by: "objectSelector of \(webhook.configuration)")
        }
      } else {
        isKnown = false
      }
    }
    return isKnown && webhook.hasConditions != true ? .visited : .unknown
  }

  /// The labels of a namespace; nil where they were not read.
  func labels(ofNamespace name: String) -> [String: String]? { namespaces[name] }

  /// The images behind the webhooks' Services.
  var images: [String] { Set(workloads.compactMap(\.template.image)).sorted() }

  /// Whether an account is one that the webhook runs under: its chart lets it use every credential spec. Where the
  /// workload behind the Service was not read, each account of that namespace may be. Source: domain.md 3.3.
  func isOwnAccount(namespace: String, name: String) -> Bool {
    if workloads.isEmpty { return serviceNames.contains { $0.hasPrefix("\(namespace)/") } }
    return workloads.contains { $0.id.namespace == namespace && $0.template.serviceAccount == name }
  }
}

extension Service {
  /// The account of a workload that runs the gMSA webhook's image, wherever it was mirrored to; nil for all others.
  /// Source: domain.md 3.3 (image k8s-gmsa-webhook).
  var webhookAccount: ServiceAccount? {
    guard let image = template.image?.split(separator: "/").last, image.contains("gmsa-webhook"),
      let account = template.serviceAccount
    else { return nil }
    return ServiceAccount(cluster: id.cluster, namespace: id.namespace, name: account)
  }
}
