// Swarm nodes as hosts.

import DashboardModel
import StructuredText

/// Reads nodes. Source: moby api/types/swarm/node.go.
enum SwarmNodeFacts {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = SwarmMetadata()
    var wire = Wire()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "Spec": try wire.readSpec(&value, &context)
      case "Description": try wire.readDescription(&value, &context)
      case "Status": try wire.readStatus(&value)
      case "ManagerStatus":
        try value.members { (key, value) throws(JSONFault) in
          if key == "Addr" { wire.managerAddress = try value.optionalString() }
        }
      default: try metadata.read(key, &value)
      }
    }
    let host = wire.host(metadata, in: context.cluster)
    return metadata.object(.swarmNode, context, .making { $0.hosts = [host] })
  }

  /// A node's parts.
  private struct Wire {
    var labels: [String: String] = [:]
    var engineLabels: [String: String] = [:]
    var role: String?
    var availability = "active"
    var hostname = ""
    var operatingSystem: String?
    var architecture: String?
    var engineVersion: String?
    var state: String?
    var address: String?
    var managerAddress: String?

    mutating func readSpec(
      _ cursor: inout JSONCursor, _ context: inout ReadingContext
    ) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "Labels": labels = try KubernetesMetadata.labels(&value, &context)
        case "Role": role = try value.optionalString()
        case "Availability": availability = try value.optionalString() ?? "active"
        default: break
        }
      }
    }

    mutating func readDescription(
      _ cursor: inout JSONCursor, _ context: inout ReadingContext
    ) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "Hostname": hostname = try value.optionalString() ?? ""
        case "Platform":
          try value.members { (key, value) throws(JSONFault) in
            switch key {
            case "OS": operatingSystem = try value.optionalString()
            case "Architecture": architecture = try value.optionalString()
            default: break
            }
          }
        case "Engine":
          try value.members { (key, value) throws(JSONFault) in
            switch key {
            case "EngineVersion": engineVersion = try value.optionalString()
            case "Labels": engineLabels = try KubernetesMetadata.labels(&value, &context)
            default: break
            }
          }
        default: break
        }
      }
    }

    mutating func readStatus(_ cursor: inout JSONCursor) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "State": state = try value.optionalString()
        case "Addr": address = try value.optionalString()
        default: break
        }
      }
    }

    func host(_ metadata: SwarmMetadata, in cluster: ClusterName) -> Host {
      var host = Host(id: HostID(cluster: cluster, name: hostname.isEmpty ? metadata.id : hostname))
      host.operatingSystem = OperatingSystem(named: operatingSystem)
      host.architecture = architecture
      host.labels = labels
      host.engineLabels = engineLabels
      host.acceptsReplicas = availability == "active"
      host.closedBecause = availability == "active" ? nil : availability == "drain" ? "drained" : "paused"
      host.isReady = state.map { $0 == "ready" }
      host.role = role
      host.nodeID = metadata.id
      host.address = usefulAddress
      host.runtime = engineVersion.map { "docker \($0)" }
      return host
    }

    /// A manager may list itself with no address of its own; its raft address has one.
    private var usefulAddress: String? {
      guard let address, !["", "0.0.0.0", "127.0.0.1"].contains(address) else {
        return managerAddress.flatMap { text in
          text.lastIndex(of: ":").map { String(text[..<$0]) } ?? text
        } ?? address
      }
      return address
    }
  }
}
