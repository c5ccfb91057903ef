// Swarm services.

import DashboardModel
import StructuredText

/// Reads services: what `Spec` says now, and what a rollback to `PreviousSpec` would refer to. Source: moby api/types/swarm/service.go.
enum SwarmServiceFacts {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = SwarmMetadata()
    var name = ""
    var spec = ContainerSpecFacts()
    var mode = Mode()
    var update = Trouble(reason: "", message: "", object: "")
    var rollback: [CredentialSpecID]?
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Spec":
        try value.members { (key, value) throws(JSONFault) in
          switch key {
          case "Name": name = try value.string()
          case "TaskTemplate": spec = try ContainerSpecFacts(&value, &context)
          case "Mode": mode = try Mode(&value)
          default: break
          }
        }
      case "PreviousSpec":
        guard try !value.null() else { return }
        try value.members { (key, value) throws(JSONFault) in
          guard key == "TaskTemplate" else { return }
          let previous = try ContainerSpecFacts(&value, &context)
          rollback = previous.credentialSpec(in: context.cluster).map { [$0] } ?? []
        }
      case "UpdateStatus": try read(&value, into: &update)
      default: try metadata.read(key, &value)
      }
    }
    guard !name.isEmpty else { throw cursor.fault(.missing(member: "Spec.Name")) }
    update.object = "Service \(name)"
    let isTrouble = update.reason.hasPrefix("rollback") || update.reason == "paused"
    var service = Service(
      id: ServiceID(cluster: context.cluster, namespace: "", kind: .swarmService, name: name),
      objectID: metadata.id, template: spec.template(in: context.cluster),
      wantedReplicas: mode.replicas, runsOnEveryHost: mode.isGlobal, troubles: isTrouble ? [update] : [],
      updatedAt: metadata.updatedAt
    )
    service.rollbackReferences = rollback
    if !update.reason.isEmpty {
      service.update = UpdateProgress(state: update.reason, message: update.message, at: update.at)
    }
    return metadata.object(.swarmService, context, .making { $0.services = [service] })
  }

  private static func read(
    _ cursor: inout JSONCursor, into trouble: inout Trouble
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "State": trouble.reason = try value.optionalString() ?? ""
      case "Message": trouble.message = try value.optionalString() ?? ""
      case "StartedAt", "CompletedAt":
        let time = try Timestamp(reading: &value)
        trouble.at = [trouble.at, time].compactMap { $0 }.max()
      default: break
      }
    }
  }

  /// How many tasks a service wants.
  private struct Mode {
    var replicas: Int?
    var isGlobal = false

    init() {}

    init(_ cursor: inout JSONCursor) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        guard try !value.null() else { return }
        switch key {
        case "Global", "GlobalJob": isGlobal = true
        case "Replicated", "ReplicatedJob":
          try value.members { (key, value) throws(JSONFault) in
            if key == "Replicas" || key == "TotalCompletions" { replicas = try value.optionalInt() }
          }
        default: break
        }
      }
    }
  }
}
