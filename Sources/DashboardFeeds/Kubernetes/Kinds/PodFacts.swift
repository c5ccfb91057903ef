// Kubernetes pods as replicas; a pod that nothing owns is a service too.

import DashboardModel
import StructuredText

/// Reads pods: the bulk of every cluster, so it asks for little. A pod that has nothing to do with credential specs is
/// counted and dropped.
enum PodFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var spec = PodSpecFacts()
    var status = PodStatusFacts()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "spec": spec = try PodSpecFacts(&value, &context)
      case "status": status = try PodStatusFacts(&value, &context)
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    guard spec.concernsCredentialSpecs else {
      context.skippedReplicas += 1
      return metadata.object(.pod, context, .nothing)
    }
    return metadata.object(.pod, context, facts(metadata, spec, status, &context))
  }

  private static func facts(
    _ metadata: KubernetesMetadata, _ spec: PodSpecFacts, _ status: PodStatusFacts,
    _ context: inout ReadingContext
  ) -> ObjectFacts {
    let cluster = context.cluster
    let (state, trouble) = status.state(of: "Pod \(metadata.name)")
    let template = spec.ownersTemplate(in: cluster, owner: metadata.owner)
    let replica = Replica(
      cluster: cluster, namespace: metadata.namespace, name: metadata.name, owner: metadata.owner,
      hostName: spec.nodeName.flatMap { $0.isEmpty ? nil : $0 }, state: state,
      since: status.since(state) ?? metadata.createdAt, trouble: trouble,
      handed: context.shared(spec.handed(in: cluster)), template: context.shared(template)
    )
    guard metadata.owner == nil else { return .replica(replica) }
    let id = ServiceID(cluster: cluster, namespace: metadata.namespace, kind: .pod, name: metadata.name)
    let service = Service(
      id: id, objectID: metadata.uid, template: template, wantedReplicas: 1, updatedAt: metadata.createdAt
    )
    return .making {
      $0.replicas = [replica]
      $0.services = [service]
    }
  }
}
