// Kubernetes nodes as hosts.

import DashboardModel
import StructuredText

/// Reads nodes. Source: kubernetes core/v1 Node, domain.md 3.6.
enum NodeFacts: KubernetesDecoder {
  static func object(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> ReadObject {
    var metadata = KubernetesMetadata()
    var wire = Wire()
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "metadata": metadata = try KubernetesMetadata(&value, &context, withLabels: true)
      case "spec": try wire.readSpec(&value)
      case "status": try wire.readStatus(&value, &context)
      default: break
      }
    }
    guard !metadata.name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
    let host = wire.host(metadata, in: context.cluster)
    return metadata.object(.node, context, .making { $0.hosts = [host] })
  }

  /// A node's spec and status.
  private struct Wire {
    var providerID: String?
    var taints: [Taint] = []
    var isCordoned = false
    var isReady: Bool?
    var nodeInfo: [String: String] = [:]

    mutating func readSpec(_ cursor: inout JSONCursor) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "providerID": providerID = try value.optionalString()
        case "unschedulable": isCordoned = try value.optionalBool() ?? false
        case "taints": taints = try Self.taints(&value)
        default: break
        }
      }
    }

    mutating func readStatus(
      _ cursor: inout JSONCursor, _ context: inout ReadingContext
    ) throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        switch key {
        case "nodeInfo": nodeInfo = try KubernetesMetadata.labels(&value, &context)
        case "conditions":
          for condition in try KubernetesCondition.all(&value) where condition.type == "Ready" {
            isReady = condition.status == "True"
          }
        default: break
        }
      }
    }

    static func taints(_ cursor: inout JSONCursor) throws(JSONFault) -> [Taint] {
      var taints: [Taint] = []
      try cursor.elements { (_, element) throws(JSONFault) in
        var taint = Taint(key: "", effect: "")
        try element.members { (key, value) throws(JSONFault) in
          switch key {
          case "key": taint.key = try value.string()
          case "value": taint.value = try value.optionalString() ?? ""
          case "effect": taint.effect = try value.string()
          default: break
          }
        }
        taints.append(taint)
      }
      return taints
    }

    func host(_ metadata: KubernetesMetadata, in cluster: ClusterName) -> Host {
      var host = Host(id: HostID(cluster: cluster, name: metadata.name))
      let labels = metadata.labels
      host.operatingSystem = OperatingSystem(
        named: nodeInfo["operatingSystem"] ?? labels["kubernetes.io/os"] ?? labels["beta.kubernetes.io/os"]
      )
      host.architecture = nodeInfo["architecture"] ?? labels["kubernetes.io/arch"]
      host.labels = labels
      host.taints = taints
      host.acceptsReplicas = !isCordoned
      host.closedBecause = isCordoned ? "cordoned" : nil
      host.isReady = isReady
      if host.operatingSystem == .windows {
        // The kernel version has the revision that the build label lacks.
        host.windowsBuild = nodeInfo["kernelVersion"] ?? labels["node.kubernetes.io/windows-build"]
      }
      host.runtime = nodeInfo["containerRuntimeVersion"]
      host.machineID = machineID(nodeName: metadata.name)
      return host
    }

    /// The provider's id, else the firmware's, else the machine's own; a Windows kubelet reports its host name as the
    /// last, which tells no machine apart.
    private func machineID(nodeName: String) -> String? {
      [providerID, nodeInfo["systemUUID"], nodeInfo["machineID"]].lazy.compactMap { $0 }
        .first { !$0.isEmpty && $0.lowercased() != nodeName.lowercased() }
    }
  }
}

extension OperatingSystem {
  /// The operating system by an orchestrator's word for it; nil where there is none.
  init?(named word: String?) {
    guard let word, !word.isEmpty else { return nil }
    self = OperatingSystem(rawValue: word.lowercased()) ?? .other
  }
}
