// What an engine says of itself and of its part in a swarm.

internal import StructuredText

/// Of GET /info, what tells a manager from all else. Source: moby api/types/system, swarm.Info.
struct EngineInfo: Hashable, Sendable {
  var serverVersion = ""
  var operatingSystem = ""
  /// `inactive`, `pending`, `active`, `error` or `locked`.
  var state = ""
  var isManager = false
  var error = ""
  /// The managers' swarm addresses.
  var managers: [String] = []

  init(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "ServerVersion": serverVersion = try value.optionalString() ?? ""
      case "OSType": operatingSystem = try value.optionalString() ?? ""
      case "Swarm": try readSwarm(&value)
      default: break
      }
    }
  }

  private mutating func readSwarm(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "LocalNodeState": state = try value.optionalString() ?? ""
      case "ControlAvailable": isManager = try value.optionalBool() ?? false
      case "Error": error = try value.optionalString() ?? ""
      case "RemoteManagers":
        guard try !value.null() else { return }
        try value.elements { (_, element) throws(JSONFault) in
          try element.members { (key, value) throws(JSONFault) in
            if key == "Addr", let address = try value.optionalString() { managers.append(address) }
          }
        }
      default: break
      }
    }
  }

  /// Why it tells nothing of a swarm; nil for a manager.
  var fault: SwarmFault? {
    switch state {
    case "active": isManager ? nil : .notManager(managers: managers.sorted())
    case "pending": .pending
    case "locked": .locked
    case "error": .failed(error.isEmpty ? "it gives no reason" : error)
    default: .swarmOff(isWindows: operatingSystem == "windows")
    }
  }
}
