// Where a workload's replicas may be placed, as its template says it.

/// The terms by which an orchestrator places replicas. Only the terms of its own orchestrator are set.
public struct SchedulingTerms: Hashable, Sendable, Codable {
  /// Kubernetes `spec.nodeName`: placed there without the scheduler.
  public var nodeName: String?
  /// Kubernetes `spec.os.name`.
  public var operatingSystem: String?
  /// Kubernetes `spec.runtimeClassName`. Admission adds the class's node selector and tolerations to each pod, and
  /// nobody reads classes: what it adds to a template is not known. Source: kubernetes node/v1 RuntimeClass.
  public var runtimeClass: String?
  /// Kubernetes `spec.nodeSelector`.
  public var nodeSelector: [String: String] = [:]
  /// Kubernetes required node affinity: one of the terms must hold. Nil where there is none; an empty array matches no node.
  public var requiredAffinity: [NodeSelectorTerm]?
  /// Kubernetes tolerations.
  public var tolerations: [Toleration] = []
  /// A DaemonSet: its controller adds tolerations of its own and places replicas on cordoned and unready nodes too.
  public var isDaemonSet = false
  /// Swarm placement constraints as written, such as `node.labels.zone==b`.
  public var constraints: [String] = []
  /// Swarm platforms of the image; empty: any.
  public var platforms: [Platform] = []
  /// Swarm replicas-max-per-node; 0: no limit.
  public var maximumReplicasPerHost = 0

  /// Terms that exclude no host.
  public init() {}
}

/// A term of required node affinity: all of its requirements must hold. A term with none matches no node.
/// Source: kubernetes core/v1 NodeSelectorTerm.
public struct NodeSelectorTerm: Hashable, Sendable, Codable {
  /// Requirements on labels.
  public var labels: [NodeRequirement]
  /// Requirements on fields; Kubernetes knows `metadata.name` alone.
  public var fields: [NodeRequirement]

  /// A term.
  public init(labels: [NodeRequirement] = [], fields: [NodeRequirement] = []) {
    self.labels = labels
    self.fields = fields
  }
}

/// One requirement. Source: kubernetes core/v1 NodeSelectorRequirement.
public struct NodeRequirement: Hashable, Sendable, Codable {
  /// The label or field.
  public var key: String
  /// `In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`, as written.
  public var comparison: String
  /// The values.
  public var values: [String]

  /// A requirement.
  public init(key: String, comparison: String, values: [String] = []) {
    self.key = key
    self.comparison = comparison
    self.values = values
  }
}

/// A toleration. Source: kubernetes core/v1 Toleration.
public struct Toleration: Hashable, Sendable, Codable {
  /// Empty with `Exists`: tolerates every key.
  public var key: String
  /// `Equal` (also where empty) or `Exists`.
  public var comparison: String
  /// The value for `Equal`.
  public var value: String
  /// Empty: every effect.
  public var effect: String

  /// A toleration.
  public init(key: String = "", comparison: String = "", value: String = "", effect: String = "") {
    self.key = key
    self.comparison = comparison
    self.value = value
    self.effect = effect
  }
}

/// A platform that an image is built for. Empty parts match any. Source: moby swarm.Platform.
public struct Platform: Hashable, Sendable, Codable {
  /// `windows`, `linux`.
  public var operatingSystem: String
  /// `amd64`, `x86_64`, …
  public var architecture: String

  /// A platform.
  public init(operatingSystem: String, architecture: String) {
    self.operatingSystem = operatingSystem
    self.architecture = architecture
  }
}
