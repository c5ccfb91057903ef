// ReplicaSets and Jobs: links to the workload that owns them, or services of their own.

import DashboardModel
import StructuredText

/// Reads ReplicaSets. Its ReplicaFailure condition tells of replicas that admission refused. Source: domain.md 3.5.
enum ReplicaSetFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let troubles = wire.troubles("ReplicaSet", types: ["ReplicaFailure"])
    return wire.metadata.object(
      .replicaSet, context, wire.linkOrService(.replicaSet, context, troubles: troubles)
    )
  }
}

/// Reads Jobs.
enum JobFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try WorkloadWire(&cursor, &context)
    let troubles = wire.troubles("Job", types: ["Failed"])
    return wire.metadata.object(.job, context, wire.linkOrService(.job, context, troubles: troubles))
  }
}

extension WorkloadWire {
  /// A link where a controller owns the object, else a service.
  fileprivate func linkOrService(
    _ kind: ServiceKind, _ context: ReadingContext, troubles: [Trouble]
  ) -> ObjectFacts {
    if let owner = metadata.owner {
      let link = link(kind.rawValue, to: owner, context, troubles: troubles)
      return .making { $0.ownerLinks = [link] }
    }
    let service = service(kind, context, troubles: troubles)
    return .making { $0.services = [service] }
  }
}
