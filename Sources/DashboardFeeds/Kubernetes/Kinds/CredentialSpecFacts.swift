// The custom resource GMSACredentialSpec, whose contents stand beside its metadata.

import DashboardModel
import StructuredText

/// Reads GMSACredentialSpecs of windows.k8s.io v1 and v1alpha1 (identical). Source: domain.md 3.1.
enum CredentialSpecFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var contents: CredentialSpecContents?
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context, withLabels: true)
      case "credspec": if try !value.null() { contents = try context.contents(inValue: &value) }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    let spec = CredentialSpec(
      id: CredentialSpecID(cluster: context.cluster, delivery: .customResource, name: metadata.name),
      objectID: metadata.uid.isEmpty ? nil : metadata.uid, contents: contents,
      createdAt: metadata.createdAt, labels: metadata.labels
    )
    return metadata.object(.credentialSpec, context, .making { $0.credentialSpecs = [spec] })
  }
}
