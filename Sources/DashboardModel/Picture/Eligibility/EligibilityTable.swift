// Eligibility of all services at all hosts, decided once a class of hosts and distinct terms.

/// The verdicts of many services on many hosts. Hosts fall into few classes by what some term reads of them, and many
/// services share their terms, so that 5,000 hosts and 1,000 services cost classes times distinct terms.
public struct EligibilityTable: Sendable {
  /// For each host its class.
  public let classOfHost: [Int32]
  private let termsOfService: [Int32]
  private let verdictsOfTerms: [[UInt8]]

  /// The verdict that a host refuses, accepts, or is not known.
  public enum Verdict {
    /// A replica may not be placed there.
    public static let refused: UInt8 = 0
    /// A replica may be placed there.
    public static let eligible: UInt8 = 1
    /// Nobody can tell.
    public static let unknown: UInt8 = 2
  }

  private struct TermsKey: Hashable {
    let cluster: ClusterName
    let terms: SchedulingTerms
  }

  /// Decides for `hosts` and the services' `terms`, both in the caller's order. A service is never eligible on another
  /// cluster's host.
  public init(hosts: [Host], terms: [(cluster: ClusterName, terms: SchedulingTerms)]) {
    var distinct: [TermsKey: Int32] = [:]
    var keys: [TermsKey] = []
    termsOfService = terms.map { cluster, terms in
      let key = TermsKey(cluster: cluster, terms: terms)
      if let known = distinct[key] { return known }
      distinct[key] = Int32(keys.count)
      keys.append(key)
      return Int32(keys.count - 1)
    }
    let reads = HostReads(keys.map(\.terms))
    var classes: [HostClass: Int32] = [:]
    var representatives: [Host] = []
    classOfHost = hosts.map { host in
      let key = HostClass(host, reads: reads)
      if let known = classes[key] { return known }
      classes[key] = Int32(representatives.count)
      representatives.append(host)
      return Int32(representatives.count - 1)
    }
    verdictsOfTerms = keys.map { key in
      representatives.map { host in
        guard host.id.cluster == key.cluster else { return Verdict.refused }
        switch key.terms.eligibility(of: host) {
        case .eligible: return Verdict.eligible
        case .refused: return Verdict.refused
        case .unknown: return Verdict.unknown
        }
      }
    }
  }

  /// The verdicts for a service, a byte a class of hosts.
  public func verdicts(service: Int) -> [UInt8] { verdictsOfTerms[Int(termsOfService[service])] }

  /// Whether a host may run a service; nil where nobody can tell.
  public func isEligible(service: Int, host: Int) -> Bool? {
    let verdict = verdicts(service: service)[Int(classOfHost[host])]
    return verdict == Verdict.unknown ? nil : verdict == Verdict.eligible
  }
}

/// What some term reads of hosts.
private struct HostReads {
  var labels: Set<String> = []
  var engineLabels: Set<String> = []
  var names: Set<String> = []
  var readsIdentity = false

  init(_ terms: [SchedulingTerms]) {
    labels.insert("kubernetes.io/os")
    for term in terms {
      labels.formUnion(term.nodeSelector.keys)
      names.formUnion(term.nodeName.map { [$0] } ?? [])
      for alternative in term.requiredAffinity ?? [] {
        labels.formUnion(alternative.labels.map(\.key))
        names.formUnion(alternative.fields.flatMap(\.values))
      }
      for constraint in term.constraints.compactMap(SwarmConstraint.init) { read(constraint) }
    }
  }

  private mutating func read(_ constraint: SwarmConstraint) {
    let key = constraint.key.lowercased()
    if key.hasPrefix("node.labels.") {
      labels.insert(String(constraint.key.dropFirst("node.labels.".count)))
    } else if key.hasPrefix("engine.labels.") {
      engineLabels.insert(String(constraint.key.dropFirst("engine.labels.".count)))
    } else if ["node.id", "node.hostname"].contains(key) {
      names.insert(constraint.value.lowercased())
    } else if key == "node.ip" {
      readsIdentity = true
    }
  }
}

/// All that terms read of a host; hosts of one class get one verdict.
private struct HostClass: Hashable {
  let cluster: ClusterName
  let operatingSystem: OperatingSystem?
  let architecture: String?
  let labels: [String: String]
  let engineLabels: [String: String]
  let taints: [Taint]
  let acceptsReplicas: Bool
  let closedBecause: String?
  let isReady: Bool?
  let role: String?
  let isFromNodeList: Bool
  let isSwarm: Bool
  /// Set for hosts that some term names.
  let identity: [String]

  init(_ host: Host, reads: HostReads) {
    cluster = host.id.cluster
    operatingSystem = host.operatingSystem
    architecture = host.architecture
    labels = host.labels.filter { reads.labels.contains($0.key) }
    engineLabels = host.engineLabels.filter { reads.engineLabels.contains($0.key) }
    taints = host.taints
    acceptsReplicas = host.acceptsReplicas
    closedBecause = host.closedBecause
    isReady = host.isReady
    role = host.role
    isFromNodeList = host.isFromNodeList
    isSwarm = host.nodeID != nil
    let own = [host.id.name, host.hostnameForConstraints, host.nodeID ?? ""]
    let isNamed = own.contains { reads.names.contains($0) || reads.names.contains($0.lowercased()) }
    identity = (isNamed ? own : []) + (reads.readsIdentity ? [host.address ?? ""] : [])
  }
}
