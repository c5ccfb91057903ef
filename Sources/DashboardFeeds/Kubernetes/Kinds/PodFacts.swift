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
    let replica = replica(metadata, spec, status, shape, template, context.cluster)
    guard metadata.owner == nil else { return metadata.object(.pod, context, .replica(replica)) }
    let service = service(of: replica, template, metadata, labels: try metadata.labelsOnDemand(&context))
    return metadata.object(
      .pod, context,
      .making {
        $0.replicas = [replica]
        $0.services = [service]
      })
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

  private static func replica(
    _ metadata: KubernetesMetadata, _ spec: PodSpecScan, _ status: PodStatusFacts, _ shape: PodShape,
    _ template: SharedTemplate, _ cluster: ClusterName
  ) -> Replica {
    // A pod that was told to end asks for nothing any more, however long it takes.
    let (state, trouble) =
      metadata.isBeingDeleted ? (.finished, nil) : status.state(of: metadata.name)
    return Replica(
      cluster: cluster, namespace: metadata.namespace, name: metadata.name, owner: metadata.owner,
      hostName: spec.nodeName.flatMap { $0.isEmpty ? nil : $0 }, state: state,
      since: status.since(state) ?? metadata.createdAt, trouble: trouble, handed: shape.handed,
      template: template
    )
  }

  /// What a pod of nobody is as a service. Its labels decide whether a webhook's objectSelector sees it.
  private static func service(
    of replica: Replica, _ template: SharedTemplate, _ metadata: KubernetesMetadata, labels: [String: String]
  ) -> Service {
    Service(
      id: ServiceID(
        cluster: replica.cluster, namespace: replica.namespace, kind: .pod, name: replica.name),
      template: template.template, wantedReplicas: metadata.isBeingDeleted ? 0 : 1,
      updatedAt: metadata.createdAt, podLabels: labels)
  }
}
