// GMSA405: services that nothing keeps on Windows.

/// Fires when a service asks for a credential spec and its terms let it be placed on a Linux node.
public struct MayLandOnLinux: FindingRule {
  /// GMSA405.
  public static let card = RuleCard(
    id: "GMSA405", name: "may-land-on-linux", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "A service needs Windows (it names a credential spec), and nothing in its template says so: a Linux "
        + "node satisfies its terms, or there is no Linux node yet and no term names the operating system. "
        + "Tolerations do not count: they allow, they do not choose.",
      matters: "The scheduler may send a replica to Linux, where the image does not start (\"no match for "
        + "platform\"). In a Swarm, an image whose platforms were not resolved goes anywhere.",
      confirm:
        "Look for nodeSelector kubernetes.io/os=windows, spec.os.name or a node affinity; in a Swarm for a "
        + "constraint node.platform.os==windows, or Placement.Platforms.",
      fix: "Add the node selector kubernetes.io/os=windows to the pod template, or the constraint "
        + "node.platform.os==windows to the Swarm service.",
      sources: [
        "moby/swarmkit manager/scheduler/filter.go (no platforms: no filter)",
        "kubernetes/website content/en/docs/concepts/windows/user-guide.md",
      ]))

  let service: ServiceID
  /// The first few Linux nodes that satisfy the terms; empty where there is no Linux node.
  let hosts: NameList

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// Names Linux nodes where there are some.
  public var message: String {
    hosts.count == 0
      ? "nothing in the template of \(service.spokenName) keeps it on Windows (no Linux node is there today)"
      : "\(service.spokenName) may be placed on Linux: \(hosts.text) would take it"
  }

  /// The nodes that would take it.
  public func evidence(in picture: Picture) -> [Evidence] {
    hosts.names.map { Evidence(object: "node \($0)", field: "operating system", value: "linux") }
  }

  /// The same term is forgotten in every template of a cluster.
  public var causeKey: String { service.cluster.text }

  /// Adds the term, where the template can be changed in place.
  public var nextStep: CopyableCommand {
    let selector = #"{"nodeSelector":{"kubernetes.io/os":"windows"}}"#
    switch service.kind {
    case .swarmService:
      return .onManager(
        "docker service update --constraint-add node.platform.os==windows \(QuotedWord.posix(service.name))")
    case .cronJob:
      return patch(#"{"spec":{"jobTemplate":{"spec":{"template":{"spec":\#(selector)}}}}}"#)
    case .job, .pod: return .kubectl("get \(service.kubectlWords) -o wide")
    default: return patch(#"{"spec":{"template":{"spec":\#(selector)}}}"#)
    }
  }

  private func patch(_ body: String) -> CopyableCommand {
    let place = "\(service.kind.rawValue.lowercased()) \(QuotedWord.posix(service.name))"
    return .kubectl("-n \(QuotedWord.posix(service.namespace)) patch \(place) -p '\(body)'")
  }

  /// Nothing that moves is asked.
  public static let readsStructureAlone = true

  /// One finding a service, where the whole node list was read.
  public static func findings(in picture: Picture) -> [MayLandOnLinux] {
    let rows = (0..<picture.count(.service)).filter { isOpen(picture.service($0), in: picture) }
    if rows.isEmpty { return [] }
    let linux = LinuxNodes(picture, services: rows.map { picture.service($0) })
    return rows.enumerated().compactMap { place, row in
      let service = picture.service(row)
      let takers = linux.takers(ofService: place)
      if takers.count == 0, linux.clusters.contains(service.id.cluster) { return nil }
      return MayLandOnLinux(service: service.id, hosts: takers)
    }
  }

  /// A replica read off a node tells where it was put, not what its service asks for; a runtime class mostly selects
  /// the nodes that have its handler.
  private static func isOpen(_ service: Service, in picture: Picture) -> Bool {
    !service.template.references.isEmpty && !service.isInferredFromReplicas
      && service.template.scheduling.nodeName == nil && service.template.scheduling.runtimeClass == nil
      && !service.template.scheduling.namesWindows
      && picture.snapshot.structure.coverage.includes(.hosts, in: service.id.cluster)
  }
}

/// The Linux nodes of all clusters, as they would be if they were open and ready.
struct LinuxNodes {
  let clusters: Set<ClusterName>
  private let hosts: [Host]
  private let eligibility: EligibilityTable

  init(_ picture: Picture, services: [Service]) {
    hosts = picture.snapshot.structure.hosts.filter { $0.operatingSystem == .linux }.map(\.opened)
    clusters = Set(hosts.map(\.id.cluster))
    eligibility = EligibilityTable(
      hosts: hosts, terms: services.map { ($0.id.cluster, $0.template.scheduling) })
  }

  /// Nodes that would take a replica.
  func takers(ofService place: Int) -> NameList {
    let verdicts = eligibility.verdicts(service: place)
    guard verdicts.contains(1) else { return NameList([], count: 0, noun: "node") }
    let takers = hosts.indices.filter { verdicts[Int(eligibility.classOfHost[$0])] == 1 }
    return NameList(
      takers.prefix(NameList.shown).map { hosts[$0].id.name }, count: takers.count, noun: "node")
  }
}

extension Host {
  /// The same node uncordoned and ready: what it is closed for today says nothing of tomorrow.
  /// Source: kubernetes core/v1 well-known taints, set by the node controller.
  fileprivate var opened: Host {
    var host = self
    host.acceptsReplicas = true
    host.closedBecause = nil
    if host.isReady == false { host.isReady = true }
    host.taints.removeAll { taint in
      ["node.kubernetes.io/unschedulable", "node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"]
        .contains(taint.key)
    }
    return host
  }
}

extension SchedulingTerms {
  /// Whether a term names Windows, so that no Linux node can ever satisfy it.
  var namesWindows: Bool {
    if operatingSystem?.lowercased() == "windows" { return true }
    if nodeSelector.contains(where: { Self.selectsWindows(key: $0.key, values: [$0.value]) }) { return true }
    if let requiredAffinity, requiredAffinity.allSatisfy({ $0.labels.contains(where: Self.namesWindows) }) {
      return true
    }
    if !platforms.isEmpty, platforms.allSatisfy({ $0.operatingSystem.lowercased() == "windows" }) {
      return true
    }
    return constraints.contains(where: Self.isWindowsConstraint)
  }

  private static func namesWindows(_ requirement: NodeRequirement) -> Bool {
    switch requirement.comparison {
    case "In": return selectsWindows(key: requirement.key, values: requirement.values)
    case "NotIn": return isSystemLabel(requirement.key) && requirement.values.contains("linux")
    case "Exists": return requirement.key == windowsBuildLabel
    default: return false
    }
  }

  /// Source: domain.md 3.6. The build label is set by the kubelet on Windows alone.
  private static let windowsBuildLabel = "node.kubernetes.io/windows-build"

  private static func isSystemLabel(_ key: String) -> Bool {
    key == "kubernetes.io/os" || key == "beta.kubernetes.io/os"
  }

  private static func selectsWindows(key: String, values: [String]) -> Bool {
    if key == windowsBuildLabel { return true }
    return isSystemLabel(key) && !values.isEmpty && values.allSatisfy { $0 == "windows" }
  }

  /// Source: moby/swarmkit manager/constraint/constraint.go: keys and values without case.
  private static func isWindowsConstraint(_ constraint: String) -> Bool {
    let text = String(constraint.lowercased().filter { !$0.isWhitespace })
    return text == "node.platform.os==windows" || text == "node.platform.os!=linux"
  }
}
