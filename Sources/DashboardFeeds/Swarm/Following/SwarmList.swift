// The lists of a swarm, and how much of one is asked for.

/// A list of the engine's API.
enum SwarmList: String, Hashable, Sendable, CaseIterable {
  case services
  case nodes
  case configs
  case tasks
}

/// One request for a list or for a part of it.
struct SwarmAsk: Hashable, Sendable {
  /// How much.
  enum Scope: Hashable, Sendable {
    case everything
    /// The objects of these IDs; what does not come is gone.
    case ids(Set<String>)
    /// The tasks of these services.
    case services(Set<String>)
  }
  var list: SwarmList
  var scope: Scope = .everything

  /// The engine's filter, as JSON; nil: none.
  var filter: String? {
    let (name, values): (String, Set<String>) =
      switch scope {
      case .everything: ("", [])
      case .ids(let ids): ("id", ids)
      case .services(let ids): ("service", ids)
      }
    if name.isEmpty { return nil }
    // IDs are letters and digits; what is not cannot be asked for.
    let quoted = values.filter { $0.utf8.allSatisfy(Self.isOfID) }.sorted().map { "\"\($0)\"" }
    return "{\"\(name)\":[\(quoted.joined(separator: ","))]}"
  }

  private static func isOfID(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
