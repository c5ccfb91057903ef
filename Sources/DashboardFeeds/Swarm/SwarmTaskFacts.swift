// Swarm tasks as replicas.

import DashboardModel
import StructuredText

/// Reads tasks. A task that has nothing to do with credential specs is counted and dropped. Source: moby
/// api/types/swarm/task.go.
enum SwarmTaskFacts {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = SwarmMetadata()
    var wire = Wire()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Spec": wire.spec = try ContainerSpecFacts(&value, &context)
      case "ServiceID": wire.serviceID = try value.string(in: &context.strings)
      case "Slot": wire.slot = try value.optionalInt() ?? 0
      case "NodeID": wire.nodeID = try value.optionalString(in: &context.strings) ?? ""
      case "DesiredState": wire.desiredState = try value.optionalString() ?? ""
      case "Status": try wire.readStatus(&value, &context)
      default: try metadata.read(key, &value)
      }
    }
    guard !metadata.id.isEmpty else { throw cursor.fault(.missing(member: "ID")) }
    guard wire.spec.concernsCredentialSpecs else {
      context.skippedReplicas += 1
      return metadata.object(.swarmTask, context, .nothing)
    }
    return metadata.object(.swarmTask, context, .task(wire.task(metadata, &context)))
  }

  /// A task's parts.
  private struct Wire {
    var spec = ContainerSpecFacts()
    var serviceID = ""
    var slot = 0
    var nodeID = ""
    var desiredState = ""
    var state = ""
    var error = ""
    var at: Timestamp?

    mutating func readStatus(
      _ cursor: inout JSONCursor, _ context: inout ReadingContext
    ) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "State": state = try value.optionalString() ?? ""
        case "Err": error = try value.optionalString(in: &context.strings) ?? ""
        case "Timestamp": at = try Timestamp(reading: &value)
        default: break
        }
      }
    }

    func task(_ metadata: SwarmMetadata, _ context: inout ReadingContext) -> SwarmTask {
      let cluster = context.cluster
      let handed = spec.credentialSpec(in: cluster).map {
        [HandedIdentity(slot: .whole, credentialSpec: $0, contents: .notVisible)]
      }
      let trouble = Trouble(reason: state, message: error, at: at, object: "Task \(metadata.id)")
      let replica = Replica(
        cluster: cluster, name: metadata.id, owner: OwnerReference(kind: "Service", name: serviceID),
        hostName: nodeID.isEmpty ? nil : nodeID, state: replicaState, since: at ?? metadata.createdAt,
        trouble: error.isEmpty ? nil : trouble, handed: context.shared(handed ?? []),
        template: context.shared(spec.template(in: cluster))
      )
      let place = slot > 0 ? "\(slot)" : nodeID
      return SwarmTask(
        replica: replica, slot: "\(serviceID) \(place)", createdAt: metadata.createdAt,
        hasFailed: state == "failed" || state == "rejected"
      )
    }

    /// The state by itself; whether a failure is the slot's present state is known beside its other tasks.
    /// Source: moby swarmkit api TaskState.
    private var replicaState: ReplicaState {
      // A task that was told to stop asks for nothing any more, whether it ran or not.
      if desiredState == "shutdown" || desiredState == "remove" { return .finished }
      return switch state {
      case "running": .running
      case "failed", "rejected", "complete", "shutdown", "orphaned", "remove": .finished
      default: .starting
      }
    }
  }
}
