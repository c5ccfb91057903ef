// What the six workload kinds have in common: metadata, a pod template, wanted replicas, conditions.

import DashboardModel
import StructuredText

/// A workload object before it is told apart. Source: kubernetes apps/v1, batch/v1.
struct WorkloadWire {
  var metadata = KubernetesMetadata()
  var wantedReplicas: Int?
  var isSuspended = false
  var podSpec = PodSpecFacts()
  var podMetadata = PodTemplateMetadata()
  var conditions: [KubernetesCondition] = []

  /// Reads an object with `spec.template`, or `spec.jobTemplate.spec.template`.
  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "spec": try readSpec(&value, &context)
      case "status":
        try value.members { (key, value) throws(JSONFault) in
          if key == "conditions" { conditions = try KubernetesCondition.all(&value) }
        }
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  private mutating func readSpec(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "replicas", "parallelism": wantedReplicas = try value.optionalInt()
      case "suspend": isSuspended = try value.optionalBool() ?? false
      case "template": try readTemplate(&value, &context)
      case "jobTemplate":
        try value.members { (key, value) throws(JSONFault) in
          guard key == "spec" else { return }
          try value.members { (key, value) throws(JSONFault) in
            if key == "template" { try readTemplate(&value, &context) }
          }
        }
      default: break
      }
    }
  }

  private mutating func readTemplate(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "spec": podSpec = try PodSpecFacts(&value, &context)
      case "metadata": podMetadata = try PodTemplateMetadata(&value, &context)
      default: break
      }
    }
  }

  /// What the controller says: conditions of these types that hold.
  func troubles(_ kind: String, types: Set<String>) -> [Trouble] {
    conditions.filter { types.contains($0.type) && $0.status == "True" }
      .map { $0.trouble(of: "\(kind) \(metadata.name)") }
  }

  /// The workload as a service.
  func service(
    _ kind: ServiceKind, _ context: ReadingContext, troubles: [Trouble] = [],
    runsOnEveryHost: Bool = false
  ) -> Service {
    var template = podSpec.template(in: context.cluster)
    template.scheduling.isDaemonSet = kind == .daemonSet
    template.alphaAnnotations = podMetadata.alphaAnnotations
    let id = ServiceID(
      cluster: context.cluster, namespace: metadata.namespace, kind: kind, name: metadata.name
    )
    return Service(
      id: id, objectID: metadata.uid.isEmpty ? nil : metadata.uid, template: template,
      wantedReplicas: runsOnEveryHost ? nil : isSuspended ? 0 : wantedReplicas,
      runsOnEveryHost: runsOnEveryHost,
      troubles: troubles, podLabels: podMetadata.labels
    )
  }

  /// The object as a link between its replicas and its own owner.
  func link(_ kind: String, to owner: OwnerReference, _ context: ReadingContext, troubles: [Trouble])
    -> OwnerLink
  {
    OwnerLink(
      cluster: context.cluster, namespace: metadata.namespace,
      object: OwnerReference(kind: kind, name: metadata.name), owner: owner, troubles: troubles
    )
  }
}
