// Namespaces, with the labels that exempt them from admission, and service accounts.

import DashboardModel
import StructuredText

/// Reads namespaces.
enum NamespaceFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let metadata = try KubernetesMetadata(ofObject: &cursor, &context, withLabels: true)
    let namespace = Namespace(cluster: context.cluster, name: metadata.name, labels: metadata.labels)
    return metadata.object(.namespace, context, .making { $0.namespaces = [namespace] })
  }
}

/// Reads service accounts.
enum ServiceAccountFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let metadata = try KubernetesMetadata(ofObject: &cursor, &context)
    let account = ServiceAccount(
      cluster: context.cluster, namespace: metadata.namespace, name: metadata.name
    )
    return metadata.object(.serviceAccount, context, .making { $0.serviceAccounts = [account] })
  }
}

extension KubernetesMetadata {
  /// Reads an object of which nothing but the metadata counts.
  init(
    ofObject cursor: inout JSONCursor, _ context: inout ReadingContext, withLabels: Bool = false
  ) throws(JSONFault) {
    var metadata = KubernetesMetadata()
    try cursor.members { (key, value) throws(JSONFault) in
      guard key == "metadata" else { return }
      metadata = try KubernetesMetadata(&value, &context, withLabels: withLabels)
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    self = metadata
  }
}
