// What an item of a `docker … inspect` array or an Engine API dump is, told from its members.

import StructuredText

/// The kind of a Swarm object. Source: moby api/swagger.yaml 1.41; domain.md 2.5.
enum SwarmShape {
  /// The kind of the object at the cursor; nil where it is none of ours (a network, a secret, a container).
  static func kind(of cursor: JSONCursor) throws(JSONFault) -> ObjectKind? {
    var cursor = cursor
    var hasID = false
    var hasServiceID = false
    var hasDescription = false
    var specMembers: Set<String> = []
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "ID": hasID = true
      case "ServiceID": hasServiceID = true
      case "Description": hasDescription = try value.kind == .object
      case "Spec":
        guard try value.kind == .object else { return }
        try value.members { (key, _) throws(JSONFault) in
          for name in ["TaskTemplate", "Data", "Templating", "Role", "Availability", "ContainerSpec"]
          where key.string == name {
            specMembers.insert(name)
          }
        }
      default: break
      }
    }
    guard hasID else { return nil }
    if hasServiceID { return .swarmTask }
    if specMembers.contains("TaskTemplate") { return .swarmService }
    if hasDescription || specMembers.contains("Availability") { return .swarmNode }
    if specMembers.contains("Data") { return .swarmConfig }
    return nil
  }

}
