// GMSA601: replicas of one gMSA that all call themselves by one fixed hostname.

/// Fires when more than one replica of one gMSA has the same fixed hostname.
public struct HostnameCollision: FindingRule {
  /// GMSA601.
  public static let card = RuleCard(
    id: "GMSA601", name: "hostname-collision", severity: .warning, since: "0.1",
    page: RulePage(
      means:
        "More than one replica uses the same gMSA and the same hostname, which a template fixes: spec.hostname of "
        + "a pod, Hostname of a Swarm service. Hostnames that the orchestrator makes differ.",
      matters:
        "A container opens its secure channel under its hostname and the gMSA. When the next one talks to the same "
        + "domain controller, the controller cancels the earlier channel: authentication fails now and then, on "
        + "replicas that worked a minute ago.",
      confirm:
        "In a container: nltest /sc_verify:DOMAIN fails at times. On the domain controller or in the container: "
        + "Netlogon event 5720, \"does not have a local security database account\".",
      fix:
        "Remove the fixed hostname from the template, or run one replica. Before Windows Server 2019 the hostname "
        + "had to be the gMSA's name, so that a gMSA served one container at a time: update such hosts. The webhook "
        + "can give pods random hostnames (RANDOM_HOSTNAME, chart value randomHostname), where none is fixed.",
      sources: [
        "MicrosoftDocs/Virtualization-Documentation gmsa-troubleshooting.md",
        "microsoft/Windows-Containers#405", "moby/moby#37459", "kubernetes-sigs/windows-gmsa PR 155",
      ]))

  let services: [ServiceID]
  let service: ServiceID
  let account: String
  let credentialSpec: CredentialSpecID
  let hostname: String
  let replicaCount: Int

  /// About the first of the services.
  public var subject: FindingSubject { .subject(.service(service)) }

  /// All services that share the hostname, and the credential spec.
  public func reach(in picture: Picture) -> FindingReach {
    FindingReach(services: services, credentialSpecs: [credentialSpec])
  }

  /// Counts the replicas and names what they share.
  public var message: String {
    let names = NameList(services.map(\.spokenName), count: services.count, noun: "service").text
    return
      "\(replicaCount) replicas of \(names) share the hostname \(hostname) and the gMSA \(account): domain "
      + "controllers cancel the earlier secure channel"
  }

  /// Where each template fixes it.
  public func evidence(in picture: Picture) -> [Evidence] {
    services.prefix(NameList.shown).map { service in
      Evidence(
        object: "service \(service.spokenName)",
        field: service.kind == .swarmService ? "Hostname" : "spec.hostname",
        value: hostname)
    }
  }

  /// Takes the hostname out, where the template can be changed in place.
  public var nextStep: CopyableCommand {
    switch service.kind {
    case .swarmService:
      return .onManager("docker service update --hostname '' \(QuotedWord.posix(service.name))")
    case .deployment, .replicaSet, .daemonSet:
      let place = "\(service.kind.rawValue.lowercased()) \(QuotedWord.posix(service.name))"
      let patch = #"[{"op":"remove","path":"/spec/template/spec/hostname"}]"#
      return .kubectl("-n \(QuotedWord.posix(service.namespace)) patch \(place) --type=json -p '\(patch)'")
    default: return .kubectl("get \(service.kubectlWords) -o yaml")
    }
  }

  /// One finding a gMSA and hostname of a cluster.
  public static func findings(in picture: Picture) -> [HostnameCollision] {
    var places: [Shared: Int] = [:]
    var groups: [(shared: Shared, rows: [Int])] = []
    for row in 0..<picture.count(.service) {
      guard let hostname = picture.service(row).fixedHostname else { continue }
      for shared in Set(picture.credentialSpecs(ofService: row).map { Shared(picture, row, $0, hostname) }) {
        let place = places[shared, default: groups.count]
        if place == groups.count { groups.append((shared, [])) }
        places[shared] = place
        groups[place].rows.append(row)
      }
    }
    return groups.compactMap { finding($0.shared, $0.rows, in: picture) }
  }

  private static func finding(_ shared: Shared, _ rows: [Int], in picture: Picture) -> HostnameCollision? {
    let counts = rows.map { picture.replicaCount(ofService: $0, hostname: shared.hostname) }
    let count = counts.reduce(0, +)
    let concerned = rows.indices.filter { counts[$0] > 0 }.map { picture.service(rows[$0]) }
    guard count > 1, let first = concerned.first, let hostname = first.fixedHostname else { return nil }
    let place = picture.credentialSpecs(ofService: rows[0]).first {
      Shared.name(picture, $0) == shared.account
    }
    guard let place else { return nil }
    return HostnameCollision(
      services: concerned.map(\.id), service: first.id, account: shared.account,
      credentialSpec: picture.credentialSpec(place).id, hostname: hostname, replicaCount: count)
  }

  /// What replicas must not share. Clusters are kept apart: two of one name may belong to two domains.
  private struct Shared: Hashable {
    let cluster: ClusterName
    let account: String
    let hostname: String

    init(_ picture: Picture, _ row: Int, _ credentialSpec: Int, _ hostname: String) {
      cluster = picture.service(row).id.cluster
      account = Self.name(picture, credentialSpec)
      self.hostname = hostname.lowercased()
    }

    /// The gMSA; where the contents are not known, the credential spec stands for it.
    static func name(_ picture: Picture, _ credentialSpec: Int) -> String {
      let entry = picture.credentialSpec(credentialSpec)
      return entry.account?.text ?? "of \(entry.id.delivery.word) \(entry.id.name)"
    }
  }
}

extension Service {
  /// The hostname that all of its replicas have; nil where each has its own. A StatefulSet's controller overwrites it
  /// (kubernetes pkg/controller/statefulset, initIdentity); Swarm fills in templates such as `{{.Task.Slot}}` a task.
  fileprivate var fixedHostname: String? {
    guard let hostname = template.hostname, !hostname.isEmpty, id.kind != .statefulSet else { return nil }
    let differs = hostname.contains("{{") && (hostname.contains(".Task") || hostname.contains(".Node"))
    return differs ? nil : hostname
  }
}

extension Picture {
  /// Replicas of a service that have a hostname. More than are wanted are on their way out: an update is no collision.
  fileprivate func replicaCount(ofService row: Int, hostname: String) -> Int {
    let service = service(row)
    let isRead = snapshot.structure.coverage.includes(
      .replicas, in: service.id.cluster, namespace: service.id.namespace)
    let present = replicas(ofService: row).count { placed in
      let replica = placed.replica
      guard replica.state != .finished else { return false }
      return (replica.template?.template.hostname ?? service.template.hostname)?.lowercased() == hostname
    }
    if present == 0, !isRead { return service.wantedReplicas ?? 1 }
    return min(present, service.wantedReplicas ?? present)
  }
}
