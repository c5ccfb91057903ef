// The gMSA webhooks of each cluster: what is configured, whom they pass over, and what stands behind them.

/// The gMSA admission webhooks, by cluster.
struct AdmissionTable: Sendable {
  private let states: [ClusterName: AdmissionState]

  /// Cost: the webhooks; the workloads of the webhooks' namespaces.
  init(_ structure: SnapshotStructure) {
    var webhooks: [ClusterName: [AdmissionWebhook]] = [:]
    for webhook in structure.rest.webhooks where webhook.isForCredentialSpecs {
      webhooks[webhook.cluster, default: []].append(webhook)
    }
    var namespaces: [ClusterName: [String: [String: String]]] = [:]
    for namespace in structure.rest.namespaces {
      namespaces[namespace.cluster, default: [:]][namespace.name] = namespace.labels
    }
    var states: [ClusterName: AdmissionState] = [:]
    for cluster in structure.clusters {
      states[cluster] = AdmissionState(
        cluster: cluster, webhooks: webhooks[cluster] ?? [], namespaces: namespaces[cluster] ?? [:], structure
      )
    }
    self.states = states
  }

  /// The webhooks of a cluster.
  subscript(cluster: ClusterName) -> AdmissionState? { states[cluster] }
}

extension AdmissionWebhook {
  /// The name that each installation of windows-gmsa keeps, whatever its configuration object is called.
  /// Source: domain.md 3.3.
  static let credentialSpecWebhook = "admission-webhook.windows-gmsa.sigs.k8s.io"

  /// Whether it is the webhook that hands credential specs to pods, or checks who may use them.
  public var isForCredentialSpecs: Bool { name == Self.credentialSpecWebhook }
}

extension LabelSelector {
  /// Whether it selects an object with these labels; an empty one selects everything.
  /// Source: kubernetes apimachinery/pkg/apis/meta/v1/helpers.go.
  func selects(_ labels: [String: String]) -> Bool {
    matchLabels.allSatisfy { labels[$0.key] == $0.value }
      && matchExpressions.allSatisfy { $0.holds(onLabels: labels) }
  }

  /// Whether it selects everything.
  var isEmpty: Bool { matchLabels.isEmpty && matchExpressions.isEmpty }
}
