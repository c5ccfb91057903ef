// The checks at a host: it was handed over, its contents are current, the host is fit, the runtime took it.

extension CheckChain {
  /// The cell of the first face; blank where the chain is about no host.
  private var copy: Cell {
    guard let place = subject.credentialSpec, let column = subject.host else { return .blank }
    return picture.credentialSpecByHost[place, column]
  }

  private var copyExplanation: CellExplanation? {
    guard let place = subject.credentialSpec, let column = subject.host else { return nil }
    return picture.explanation(row: place, column: column, of: .credentialSpecByHost)
  }

  private var replicas: [Replica] {
    guard let row = subject.service, let column = subject.host else { return [] }
    return picture.unfinishedReplicas(ofService: row, atHost: picture.index.hosts[column])
  }

  /// The service that the chain is about, where it does not name the credential spec and holds nothing of it: what other
  /// services hold at the host is not its matter.
  private var stranger: String? {
    guard let service, entry != nil, !isNamed, copy.state != .overDistributed else { return nil }
    let holds = replicas.contains { $0.handed.contains { $0.credentialSpec == entry?.id } }
    return holds ? nil : service.id.name
  }

  var handedOver: CheckStep {
    guard let entry else { return CheckStep(.handedOver, .notNeeded, "there is nothing to hand over") }
    guard let host, let explanation = copyExplanation else {
      return judged(.handedOver, .notNeeded, "no replica runs, so nothing was handed over")
    }
    if let stranger { return judged(.handedOver, .notNeeded, "\(stranger) does not ask for it") }
    let reason = reason(explanation).map { ": \($0)" } ?? ""
    switch copy.state {
    case .missing:
      return judged(
        .handedOver, .failed, "\(entry.id.name) is not there for the replicas on \(host.id.name)\(reason)",
        evidence: explanation.evidence)
    case .atRisk:
      return judged(
        .handedOver, .failed,
        "\(host.id.name) lacks \(entry.id.name); a replica that is scheduled there will fail\(reason)",
        evidence: explanation.evidence)
    case .unverified:
      let why = explanation.reasons.last ?? explanation.sentence
      return CheckStep(
        .handedOver, .unknown, "what lies on \(host.id.name) is not known: \(why)",
        evidence: explanation.evidence,
        findings: findings(.handedOver))
    case .deployed, .stale, .standby:
      let what =
        entry.id.delivery.isOnHosts
        ? "\(host.id.name) holds it" : "the replica on \(host.id.name) was handed it"
      return judged(.handedOver, .passed, what, evidence: explanation.evidence)
    case .overDistributed:
      return judged(
        .handedOver, .passed, "\(host.id.name) holds it, and nothing that uses it may run there",
        evidence: explanation.evidence)
    default:
      return judged(.handedOver, .notNeeded, "no replica that needs it runs on \(host.id.name)")
    }
  }

  /// What the host or the replica holds says more than the words of whoever stumbled over it; those are the evidence.
  private func reason(_ explanation: CellExplanation) -> String? {
    let troubles = Set(replicas.compactMap { $0.trouble?.message })
    return explanation.reasons.first { !troubles.contains($0) } ?? explanation.reasons.first
  }

  /// The members in which what lies there differs from the reference, as evidence.
  private var differences: [Evidence] {
    guard let place = subject.credentialSpec, let column = subject.host, let entry,
      let reference = entry.reference
    else { return [] }
    let structure = picture.snapshot.structure
    let host = picture.index.hosts[column]
    let held = structure.heldCopies[place].first { Int($0.host) == host }
      .flatMap { structure.hostCopy($0, delivery: entry.id.delivery) }
    if let contents = held?.contents {
      return contents.differences(from: reference).prefix(3).map { difference in
        Evidence(
          object: "\(entry.id.name) on \(structure.hosts[host].id.name)", field: difference.path,
          value: difference.values, at: held?.modifiedAt, isOfInventory: true)
      }
    }
    for replica in replicas {
      for case .given(let contents) in replica.handed.map(\.contents) where contents != reference {
        return contents.differences(from: reference).prefix(3).map { difference in
          Evidence(
            object: "replica \(replica.name)", field: difference.path, value: difference.values,
            at: replica.since)
        }
      }
    }
    return []
  }

  var contents: CheckStep {
    guard let entry else { return CheckStep(.contents, .notNeeded, "there is nothing to compare") }
    if let stranger { return judged(.contents, .notNeeded, "\(stranger) holds none") }
    switch copy.state {
    case .overDistributed: return judged(.contents, .notNeeded, "nobody uses the copy there")
    case .stale:
      let reason = copyExplanation?.reasons.last ?? "they differ from the reference"
      return judged(
        .contents, .failed, "the contents there are not current: \(reason)",
        evidence: differences + (copyExplanation?.evidence ?? []))
    case .deployed where copy.isNotCompared, .standby where copy.isNotCompared:
      return judged(
        .contents, .unknown,
        "the contents there were not read, so they are not compared with \(entry.id.name)")
    case .deployed, .standby: return judged(.contents, .passed, "the contents there equal the reference")
    case .missing, .atRisk: return judged(.contents, .notNeeded, "there is nothing there to compare")
    case .unverified: return judged(.contents, .unknown, "what is there was not read")
    default:
      let result: CheckOutcome = entry.reference == nil ? .unknown : .passed
      let words =
        entry.reference == nil
        ? "its contents were not read" : "its contents were read, and nobody holds a copy here"
      return judged(.contents, result, words)
    }
  }

  var hostFit: CheckStep {
    guard let host else { return judged(.hostFit, .notNeeded, "no replica is assigned to a host") }
    guard let service else {
      return judged(.hostFit, .notNeeded, "no service that uses it may run on \(host.id.name)")
    }
    var evidence: [Evidence] = []
    if let build = host.windowsBuild {
      evidence.append(Evidence(object: "node \(host.id.name)", field: "Windows build", value: build))
    }
    if !host.isFromNodeList {
      return judged(.hostFit, .unknown, "no node list names \(host.id.name): whether it is fit is not known")
    }
    switch service.template.scheduling.eligibility(of: host) {
    case .eligible:
      return judged(.hostFit, .passed, "\(service.id.name) may run on \(host.id.name)", evidence: evidence)
    case .refused(let refusals):
      let words = refusals.map(\.words).joined(separator: "; ")
      if replicas.isEmpty {
        return judged(
          .hostFit, .notNeeded, "\(service.id.name) may not run on \(host.id.name): \(words)",
          evidence: evidence)
      }
      // It runs there: terms changed after it was placed, or were not needed to place it.
      return CheckStep(
        .hostFit, .remarked,
        "\(service.id.name) runs on \(host.id.name) and would not be placed there again: \(words)",
        evidence: evidence, findings: findings(.hostFit))
    case .unknown(let reason):
      return judged(.hostFit, .unknown, "whether \(host.id.name) is fit is not known: \(reason)")
    }
  }

  /// What went wrong with a replica, in its own words or those of an event about it.
  private var trouble: Trouble? {
    let troubled =
      replicas.first { $0.trouble != nil && $0.state == .failing } ?? replicas.first { $0.trouble != nil }
    if var trouble = troubled?.trouble {
      if trouble.object.isEmpty { trouble.object = "replica \(troubled?.name ?? "")" }
      return trouble
    }
    return replicas.filter { $0.state != .running }
      .compactMap { picture.index.podEvents[PodKey($0)]?.trouble }.first
  }

  private func evidence(of trouble: Trouble) -> Evidence {
    Evidence(
      object: trouble.object, field: trouble.reason.isEmpty ? "message" : trouble.reason,
      value: trouble.message, at: trouble.at)
  }

  var runtime: CheckStep {
    guard let service else { return judged(.runtime, .notNeeded, "no replica runs here") }
    if entry != nil, !isNamed {
      return judged(
        .runtime, .notNeeded, "what \(service.id.name) does is another matter: it does not ask for it")
    }
    if let trouble {
      return judged(
        .runtime, .failed, "a replica of \(service.id.name) fails", evidence: [evidence(of: trouble)])
    }
    if let trouble = service.troubles.first, replicas.isEmpty {
      return judged(
        .runtime, .failed, "no replica of \(service.id.name) is made: \(trouble.message)",
        evidence: [evidence(of: trouble)])
    }
    if let replica = replicas.first(where: { $0.state == .failing }) {
      let evidence = Evidence(
        object: "replica \(replica.name)", field: "state", value: replica.state.rawValue, at: replica.since)
      return judged(
        .runtime, .failed, "a replica of \(service.id.name) fails, and nobody says why", evidence: [evidence])
    }
    let running = replicas.filter { $0.state == .running }
    if let first = running.first {
      let evidence = Evidence(
        object: "replica \(first.name)", field: "state", value: first.state.rawValue, at: first.since)
      return judged(
        .runtime, .passed, "\(running.count == 1 ? "the replica runs" : "\(running.count) replicas run")",
        evidence: [evidence])
    }
    if !replicas.isEmpty { return judged(.runtime, .unknown, "the replica is still on its way") }
    return judged(.runtime, .notNeeded, "no replica of \(service.id.name) runs here")
  }

  /// Always there and never passed: a container starts also where the sign-on fails.
  var signOn: CheckStep {
    CheckStep(
      .signOn, .notVisible,
      "whether the host may fetch the account's password, and whether a domain controller answers, no orchestrator tells"
    )
  }
}
