// One event of an engine: which object of the swarm changed.

internal import StructuredText

/// An event. Source: moby api/types/events; recorded from 20.10.
struct EngineEvent: Hashable, Sendable {
  /// The kinds that are followed. There are no events of tasks. Source: moby/moby#37403.
  enum Kind: String, Hashable, Sendable, CaseIterable {
    case service
    case node
    case config
  }

  var kind: Kind
  var action: String
  var id: String
  /// Of a service whose update changes state: the new one, such as `updating` or `completed`.
  var updateState: String?
  /// `seconds.nanoseconds`, as `since` takes it.
  var time: String

  /// Reads an event; nil for one of another kind.
  static func read(_ cursor: inout JSONCursor) throws(JSONFault) -> EngineEvent? {
    var kind: Kind?
    var event = EngineEvent(kind: .service, action: "", id: "", time: "")
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Type": kind = try value.optionalString().flatMap(Kind.init(rawValue:))
      case "Action": event.action = try value.optionalString() ?? ""
      case "Actor": try event.readActor(&value)
      case "timeNano":
        let nanoseconds = try value.optionalInt() ?? 0
        let rest = String(nanoseconds % 1_000_000_000)
        event.time =
          "\(nanoseconds / 1_000_000_000).\(String(repeating: "0", count: max(0, 9 - rest.count)))\(rest)"
      default: break
      }
    }
    guard let kind, !event.id.isEmpty else { return nil }
    event.kind = kind
    return event
  }

  private mutating func readActor(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "ID": id = try value.optionalString() ?? ""
      case "Attributes":
        guard try !value.null() else { return }
        try value.members { (key, value) throws(JSONFault) in
          if key == "updatestate.new" { updateState = try value.optionalString() }
        }
      default: break
      }
    }
  }

  /// Whether it says that a service's update goes on: new tasks come for a while.
  var isUpdating: Bool? {
    updateState.map { $0 == "updating" || $0 == "rollback_started" }
  }
}
