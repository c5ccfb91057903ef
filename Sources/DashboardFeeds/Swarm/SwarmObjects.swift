// One Swarm object into facts, by the kind that its shape tells.

import DashboardModel
import StructuredText

/// The table of Swarm kinds.
enum SwarmObjects {
  /// Reads an object of a kind that `SwarmShape` told.
  static func object(
    _ kind: ObjectKind, _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject? {
    switch kind {
    case .swarmNode: try SwarmNodeFacts.object(&cursor, &context)
    case .swarmService: try SwarmServiceFacts.object(&cursor, &context)
    case .swarmTask: try SwarmTaskFacts.object(&cursor, &context)
    case .swarmConfig: try SwarmConfigFacts.object(&cursor, &context)
    default: nil
    }
  }

  /// The list that a kind belongs to.
  static func covers(_ kind: ObjectKind) -> FactKind? {
    switch kind {
    case .swarmNode: .hosts
    case .swarmService: .services
    case .swarmTask: .replicas
    case .swarmConfig: .configs
    default: nil
    }
  }
}

/// What all Swarm objects have. Source: moby api/types/swarm/common.go.
struct SwarmMetadata {
  var id = ""
  var version: UInt64?
  var createdAt: Timestamp?
  var updatedAt: Timestamp?

  /// Reads one member where it is of the metadata.
  mutating func read(_ key: JSONKey, _ value: inout JSONCursor) throws(JSONFault) {
    switch key {
    case "ID": id = try value.string()
    case "CreatedAt": createdAt = try Timestamp(reading: &value)
    case "UpdatedAt": updatedAt = try Timestamp(reading: &value)
    case "Version":
      try value.members { (key, value) throws(JSONFault) in
        if key == "Index" { version = UInt64(exactly: try value.optionalInt() ?? 0) }
      }
    default: break
    }
  }

  /// The object as its decoder read it.
  func object(_ kind: ObjectKind, _ context: ReadingContext, _ facts: ObjectFacts) -> ReadObject {
    ReadObject(
      key: ObjectKey(cluster: context.cluster, kind: kind, namespace: "", name: id),
      revision: version, identity: StableHash.fnv1a(id), facts: facts
    )
  }
}
