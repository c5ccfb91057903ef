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
    var spec = PodSpecScan()
    var status = PodStatusFacts()
    context.podBytes.removeAll(keepingCapacity: true)
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context, withUID: false)
      case "spec": spec = try PodSpecScan(&value, &context)
      case "status": status = try PodStatusFacts(&value, &context)
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    let shape = try spec.shape(owner: metadata.owner, &context)
    guard let template = try withAlphaAnnotations(shape.template, metadata) else {
      context.skippedReplicas += 1
      return metadata.object(.pod, context, .nothing)
    }
    return metadata.object(.pod, context, facts(metadata, spec, status, shape, template, context.cluster))
  }

  /// Annotations of pods that a controller made stand in its template; only a pod of nobody is asked for them.
  private static func withAlphaAnnotations(
    _ template: SharedTemplate?, _ metadata: KubernetesMetadata
  ) throws(JSONFault) -> SharedTemplate? {
    guard metadata.owner == nil, let names = try metadata.alphaAnnotations() else { return template }
    var annotated = template?.template ?? WorkloadTemplate()
    annotated.alphaAnnotations = names
    return SharedTemplate(annotated)
  }

  private static func facts(
    _ metadata: KubernetesMetadata, _ spec: PodSpecScan, _ status: PodStatusFacts, _ shape: PodShape,
    _ template: SharedTemplate, _ cluster: ClusterName
  ) -> ObjectFacts {
    let (state, trouble) = status.state(of: metadata.name)
    let replica = Replica(
      cluster: cluster, namespace: metadata.namespace, name: metadata.name, owner: metadata.owner,
      hostName: spec.nodeName.flatMap { $0.isEmpty ? nil : $0 }, state: state,
      since: status.since(state) ?? metadata.createdAt, trouble: trouble, handed: shape.handed,
      template: template
    )
    guard metadata.owner == nil else { return .replica(replica) }
    let id = ServiceID(cluster: cluster, namespace: metadata.namespace, kind: .pod, name: metadata.name)
    let service = Service(
      id: id, template: template.template, wantedReplicas: 1, updatedAt: metadata.createdAt
    )
    return .making {
      $0.replicas = [replica]
      $0.services = [service]
    }
  }
}
