// A node of a cluster, with what scheduling reads of it.

/// A node's operating system, as the orchestrator names it.
public enum OperatingSystem: String, Hashable, Sendable, Codable {
  /// Can run Windows containers.
  case windows
  /// Can not; such nodes are counted, not shown, unless asked for.
  case linux
  /// Any other.
  case other
}

/// A node of a cluster.
public struct Host: Hashable, Sendable, Codable {
  /// Its identity.
  public let id: HostID
  /// Nil where no feed has told: a host known only from a replica or an inventory.
  public var operatingSystem: OperatingSystem?
  /// As the orchestrator writes it (`amd64`, `x86_64`).
  public var architecture: String?
  /// Kubernetes labels; Swarm `Spec.Labels`.
  public var labels: [String: String] = [:]
  /// Swarm `Description.Engine.Labels`.
  public var engineLabels: [String: String] = [:]
  /// Kubernetes taints.
  public var taints: [Taint] = []
  /// False: cordoned (Kubernetes `spec.unschedulable`), or Swarm availability pause or drain.
  public var acceptsReplicas: Bool = true
  /// The reason where `acceptsReplicas` is false: `cordoned`, `paused`, `drained`.
  public var closedBecause: String?
  /// Kubernetes Ready condition, Swarm state `ready`; nil where not told.
  public var isReady: Bool?
  /// Swarm `manager` or `worker`.
  public var role: String?
  /// Swarm node ID, for `node.id` constraints.
  public var nodeID: String?
  /// Swarm address, for `node.ip` constraints.
  public var address: String?
  /// Windows build such as `10.0.20348`. Not in the Swarm API (domain.md 2.3); from an inventory there.
  public var windowsBuild: String?
  /// Container runtime or engine, with version.
  public var runtime: String?
  /// The machine's own id, by which two clusters are seen to share it.
  public var machineID: String?
  /// The Windows domain that an inventory says the host is joined to.
  public var joinedDomain: String?
  /// Whether a node list told of this host, so that its labels and taints are known. False: known only from a
  /// replica's or an inventory's words, and eligibility is unknown.
  public var isFromNodeList: Bool

  /// A host with nothing told of it yet.
  public init(id: HostID, operatingSystem: OperatingSystem? = nil, isFromNodeList: Bool = true) {
    self.id = id
    self.operatingSystem = operatingSystem
    self.isFromNodeList = isFromNodeList
  }
}

/// A Kubernetes taint. Source: kubernetes core/v1 Taint.
public struct Taint: Hashable, Sendable, Codable {
  /// `NoSchedule`, `PreferNoSchedule` or `NoExecute`.
  public var effect: String
  /// The key.
  public var key: String
  /// The value, empty where none.
  public var value: String

  /// A taint.
  public init(key: String, value: String = "", effect: String) {
    self.key = key
    self.value = value
    self.effect = effect
  }

  /// `key=value:effect`.
  public var text: String { value.isEmpty ? "\(key):\(effect)" : "\(key)=\(value):\(effect)" }
}
