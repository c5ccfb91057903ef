// Deployments, StatefulSets, DaemonSets and CronJobs as services.

import DashboardModel
import StructuredText

/// Reads Deployments.
enum DeploymentFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let troubles = wire.troubles("Deployment", types: ["ReplicaFailure"])
    let service = wire.service(.deployment, context, troubles: troubles)
    return wire.metadata.object(.deployment, context, .making { $0.services = [service] })
  }
}

/// Reads StatefulSets. Refused replicas show in events alone. Source: domain.md 3.5.
enum StatefulSetFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let service = wire.service(.statefulSet, context)
    return wire.metadata.object(.statefulSet, context, .making { $0.services = [service] })
  }
}

/// Reads DaemonSets. Refused replicas show in events alone.
enum DaemonSetFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let service = wire.service(.daemonSet, context, runsOnEveryHost: true)
    return wire.metadata.object(.daemonSet, context, .making { $0.services = [service] })
  }
}

/// Reads CronJobs of batch/v1 and v1beta1; the Jobs that they make are links.
enum CronJobFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let service = wire.service(.cronJob, context)
    return wire.metadata.object(.cronJob, context, .making { $0.services = [service] })
  }
}
