// Warning events about replicas that were refused, not placed or not started.

import DashboardModel
import StructuredText

/// Reads events of core/v1 and events.k8s.io; keeps the few reasons that matter. Source: domain.md 3.5.
enum EventFacts: KubernetesDecoder {
  /// The reasons that are kept.
  private static let reasons: Set<String> = [
    "FailedCreate", "FailedCreatePodSandBox", "FailedScheduling", "Failed", "BackOff",
  ]

  /// The reasons that a live feed asks for; a back-off says again what a container's state says.
  static let followedReasons = ["FailedCreate", "FailedCreatePodSandBox", "Failed", "FailedScheduling"]

  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    let wire = try EventWire(&cursor, &context)
    guard reasons.contains(wire.reason), wire.type != "Normal" else {
      return wire.metadata.object(.event, context, .nothing)
    }
    let event = ClusterEvent(
      cluster: context.cluster,
      namespace: wire.objectNamespace.isEmpty ? wire.metadata.namespace : wire.objectNamespace,
      object: wire.object,
      trouble: Trouble(
        reason: wire.reason, message: wire.message, at: wire.at,
        object: "\(wire.object.kind) \(wire.object.name)"
      ),
      count: wire.count
    )
    return wire.metadata.object(.event, context, .making { $0.events = [event] })
  }
}

/// An event of either API. Source: kubernetes core/v1 Event, events/v1 Event.
private struct EventWire {
  var metadata = KubernetesMetadata()
  var type = ""
  var reason = ""
  var message = ""
  var object = OwnerReference(kind: "", name: "")
  var objectNamespace = ""
  var count = 1
  private var times: [Timestamp] = []
  /// When it was last seen, else when it was made.
  var at: Timestamp? { times.max() ?? metadata.createdAt }

  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context)
      case "type": type = try value.optionalString(in: &context.strings) ?? ""
      case "reason": reason = try value.optionalString(in: &context.strings) ?? ""
      case "message", "note": message = try value.optionalString(in: &context.strings) ?? ""
      case "involvedObject", "regarding": try readObject(&value, &context)
      case "count", "deprecatedCount": count = max(count, try value.optionalInt() ?? 1)
      case "lastTimestamp", "deprecatedLastTimestamp", "eventTime":
        if let time = try Timestamp(reading: &value) { times.append(time) }
      case "series": try readSeries(&value)
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  private mutating func readObject(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "kind": object.kind = try value.optionalString(in: &context.strings) ?? ""
      case "name": object.name = try value.optionalString(in: &context.strings) ?? ""
      case "namespace": objectNamespace = try value.optionalString(in: &context.strings) ?? ""
      default: break
      }
    }
  }

  private mutating func readSeries(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "count": count = max(count, try value.optionalInt() ?? 1)
      case "lastObservedTime": if let time = try Timestamp(reading: &value) { times.append(time) }
      default: break
      }
    }
  }
}
