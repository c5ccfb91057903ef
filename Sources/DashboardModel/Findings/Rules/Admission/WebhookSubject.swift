// A cluster's webhook as the subject of findings: it is said of the feed that tells of the cluster.

extension Picture {
  /// The feed that tells of a cluster; of several the first by name.
  func feed(of cluster: ClusterName) -> FeedID {
    snapshot.feeds.filter { $0.clusters.contains(cluster) }.map(\.feed).min { $0.text < $1.text }
      ?? FeedID(cluster.text)
  }

  /// The services of each cluster that name custom resources, in the order of the rows.
  var servicesOfCustomResources: [ClusterName: [ServiceID]] {
    var services: [ClusterName: [ServiceID]] = [:]
    for row in 0..<count(.service) {
      let service = service(row)
      guard service.template.references.contains(where: { $0.credentialSpec.delivery == .customResource })
      else { continue }
      services[service.id.cluster, default: []].append(service.id)
    }
    return services
  }
}

extension CopyableCommand {
  /// Lists the configurations of both kinds.
  static let listWebhooks = CopyableCommand.kubectl(
    "get mutatingwebhookconfigurations,validatingwebhookconfigurations")
}

extension LabelSelector {
  /// `kubernetes.io/metadata.name NotIn (gmsa-system), team=shop`.
  var text: String {
    let labels = matchLabels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let expressions = matchExpressions.map { requirement in
      requirement.values.isEmpty
        ? "\(requirement.key) \(requirement.comparison)"
        : "\(requirement.key) \(requirement.comparison) (\(requirement.values.joined(separator: ", ")))"
    }
    return (labels + expressions).joined(separator: ", ")
  }
}
