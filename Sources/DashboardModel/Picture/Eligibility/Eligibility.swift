// Whether a host may run a replica, with the reason for each refusal.

/// The verdict of a template's terms on a host.
public enum Eligibility: Hashable, Sendable {
  /// A replica may be placed there.
  case eligible
  /// It may not, for each of these reasons.
  case refused([Refusal])
  /// Nobody can tell: the node's labels and taints were not read.
  case unknown(String)
}

/// One term that excludes a host.
public enum Refusal: Hashable, Sendable {
  /// The template is pinned to another node.
  case otherNode(wanted: String)
  /// The template wants another operating system.
  case operatingSystem(wanted: String, found: String)
  /// A node selector's label is absent or has another value.
  case nodeSelector(key: String, wanted: String, found: String?)
  /// No term of the required node affinity holds; the first requirement that fails in each.
  case affinity([NodeRequirement])
  /// A taint that nothing tolerates.
  case taint(Taint)
  /// Cordoned, paused or drained.
  case closed(because: String)
  /// The node does not answer.
  case notReady
  /// A Swarm constraint does not hold.
  case constraint(String)
  /// A Swarm constraint that no node can satisfy: an unknown key or no operator.
  case unknownConstraint(String)
  /// The image is built for other platforms.
  case platform(wanted: [Platform], found: Platform)

  /// The reason as an operator says it.
  public var words: String {
    switch self {
    case .otherNode(let wanted): return "pinned to node \(wanted)"
    case .operatingSystem(let wanted, let found): return "wants \(wanted), the node runs \(found)"
    case .nodeSelector(let key, let wanted, let found):
      return "label \(key) is " + (found.map { "`\($0)`" } ?? "absent") + ", wanted `\(wanted)`"
    case .affinity(let requirements): return Self.words(ofFailed: requirements)
    case .taint(let taint): return "taint \(taint.text) is not tolerated"
    case .closed(let because): return "the node is \(because)"
    case .notReady: return "the node is not ready"
    case .constraint(let text): return "constraint \(text)"
    case .unknownConstraint(let text): return Self.words(ofUnusable: text)
    case .platform(let wanted, _): return "the image is for \(wanted.map(\.words).joined(separator: ", "))"
    }
  }

  private static func words(ofFailed requirements: [NodeRequirement]) -> String {
    let terms = Set(requirements.map(\.words)).sorted()
    return "node affinity: " + (terms.isEmpty ? "no term matches any node" : terms.joined(separator: " or "))
  }

  private static func words(ofUnusable constraint: String) -> String {
    let fault = PlacementConstraint(constraint).fault.map { ": \($0.rawValue)" } ?? ""
    return "constraint \(constraint) is one that no node can satisfy\(fault)"
  }
}

extension NodeRequirement {
  /// As an operator says it: `pool In a, b`.
  public var words: String {
    values.isEmpty ? "\(key) \(comparison)" : "\(key) \(comparison) \(values.joined(separator: ", "))"
  }
}

extension Platform {
  /// As an operator says it: `windows/amd64`, or the part that is set.
  var words: String {
    let parts = [operatingSystem, architecture].filter { !$0.isEmpty }
    return parts.isEmpty ? "any platform" : parts.joined(separator: "/")
  }
}

extension SchedulingTerms {
  /// Whether a host of the same cluster may run a replica. Terms of both orchestrators are looked at; a template has
  /// those of its own alone. Replicas-max-per-node excludes no host by itself: it depends on what runs there.
  /// Resources, ports, volumes and the affinity of pods to each other are not part of it.
  /// Source: kubernetes pkg/scheduler/framework/plugins (nodename, nodeunschedulable, tainttoleration, nodeaffinity),
  /// pkg/kubelet/lifecycle/predicate.go; moby/swarmkit manager/scheduler/filter.go, manager/constraint/constraint.go.
  public func eligibility(of host: Host) -> Eligibility {
    PreparedTerms(self).eligibility(of: host)
  }

  /// Whether a host with so many replicas of the service takes no more (Swarm replicas-max-per-node).
  public func isFull(runningThere count: Int) -> Bool {
    maximumReplicasPerHost > 0 && count >= maximumReplicasPerHost
  }
}
