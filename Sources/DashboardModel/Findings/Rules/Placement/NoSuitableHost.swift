// GMSA404: replicas that wait because no host satisfies what their service asks for.

/// Fires when replicas wait and no Windows host of the cluster satisfies the service's terms.
public struct NoSuitableHost: RowRule {
  /// GMSA404.
  public static let card = RuleCard(
    id: "GMSA404", name: "no-suitable-host", severity: .critical, since: "0.1",
    page: RulePage(
      means:
        "Replicas of a service wait to be placed, the whole node list was read, and each host is refused by "
        + "one or more of the service's terms: platform, constraints, node selector, affinity, a taint that "
        + "nothing tolerates, or a closed node.",
      matters: "The replicas wait for ever: neither the scheduler nor time changes the terms.",
      confirm:
        "The message counts the hosts that each term refuses and names the hosts that come closest, with "
        + "the only term in their way. The scheduler's own words are in the evidence.",
      fix:
        "Change the term (a label that no node has, often a Windows build that was upgraded), label or open a "
        + "host, or add the toleration for a taint such as os=windows:NoSchedule.",
      sources: [
        "moby/swarmkit manager/scheduler/filter.go, manager/constraint/constraint.go",
        "kubernetes/kubernetes pkg/scheduler",
      ]))

  let service: ServiceID
  let waiting: Int
  let waitingReplica: String?
  let refusals: RefusalCounts
  /// What the scheduler says.
  private let facts: [Evidence]

  /// What was found while looking.
  public func evidence(in picture: Picture) -> [Evidence] { facts }

  /// About the service.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// The same terms refuse the same hosts.
  public var causeKey: String { "\(service.cluster.text) \(refusals.text)" }

  /// Counts the hosts that each term refuses.
  public var message: String {
    let replicas = waiting == 0 ? "replicas" : waiting == 1 ? "1 replica" : "\(waiting) replicas"
    return "\(replicas) of \(service.spokenName) \(waiting == 1 ? "waits" : "wait"): \(refusals.text)"
  }

  /// Asks the scheduler.
  public var nextStep: CopyableCommand {
    if service.kind == .swarmService {
      return .onManager("docker service ps --no-trunc \(QuotedWord.posix(service.name))")
    }
    let namespace = QuotedWord.posix(service.namespace)
    if let waitingReplica {
      return .kubectl("-n \(namespace) describe pod \(QuotedWord.posix(waitingReplica))")
    }
    return .kubectl("-n \(namespace) get events --field-selector reason=FailedScheduling")
  }

  /// One service after the other.
  public static let axis = Axis.service

  /// One finding a service.
  public static func findings(of rows: [Int], in picture: Picture) -> [NoSuitableHost] {
    rows.compactMap { row in
      let service = picture.service(row)
      guard !service.template.references.isEmpty, !picture.hasHost(forService: row) else { return nil }
      let inquiry = WaitingInquiry(picture, row)
      guard inquiry.isWaiting, picture.allHostsAreTold(of: service), !picture.otherNodeTakes(service) else {
        return nil
      }
      return NoSuitableHost(
        service: service.id, waiting: inquiry.waiting.count, waitingReplica: inquiry.waiting.first?.name,
        refusals: RefusalCounts(picture, row), facts: inquiry.evidence)
    }
  }
}

extension Picture {
  /// Whether a shown host may take a replica, or nobody knows. Cost: the scheduling classes.
  fileprivate func hasHost(forService row: Int) -> Bool {
    index.eligibility.verdicts(service: row).contains { $0 != 0 }
  }

  /// Whether the whole node list of the service's cluster was read.
  fileprivate func allHostsAreTold(of service: Service) -> Bool {
    snapshot.structure.coverage.includes(.hosts, in: service.id.cluster)
  }

  /// Whether a node that cannot run Windows containers satisfies the terms: then the scheduler waits for another
  /// reason. GMSA405 tells of such services.
  fileprivate func otherNodeTakes(_ service: Service) -> Bool {
    snapshot.structure.hosts.contains { host in
      host.id.cluster == service.id.cluster && !host.mayRunWindows
        && service.template.scheduling.eligibility(of: host) == .eligible
    }
  }
}

/// Which replicas of a service wait to be placed, and what the scheduler says.
struct WaitingInquiry {
  let service: Service
  let waiting: [Replica]

  init(_ picture: Picture, _ row: Int) {
    service = picture.service(row)
    waiting = picture.replicas(ofService: row).map(\.replica)
      .filter { $0.hostName == nil && ($0.state == .starting || $0.state == .failing) }
      .sorted { $0.name < $1.name }
  }

  /// A replica without a host, or the scheduler's refusal of a service that wants replicas.
  var isWaiting: Bool {
    if !waiting.isEmpty { return true }
    return service.wantedReplicas != 0 && service.troubles.contains(where: Self.isSchedulersRefusal)
  }

  /// The scheduler's words.
  var evidence: [Evidence] {
    let troubles = waiting.compactMap(\.trouble) + service.troubles.filter(Self.isSchedulersRefusal)
    return troubles.prefix(NameList.shown).map {
      Evidence(object: $0.object, field: $0.reason, value: $0.message, at: $0.at)
    }
  }

  /// Source: kubernetes pkg/scheduler (event reason); moby/swarmkit manager/scheduler/scheduler.go.
  private static func isSchedulersRefusal(_ trouble: Trouble) -> Bool {
    trouble.reason == "FailedScheduling" || trouble.reason == "Unschedulable"
      || trouble.message.contains("no suitable node")
  }
}
