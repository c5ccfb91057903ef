// A service: what it asks for, where it runs and may run, what went wrong.

import DashboardModel

extension ObjectSheet {
  /// The lines of the service at a place of its axis.
  func service(_ place: Int) -> [PageLine] {
    let service = picture.service(place)
    var lines: [PageLine] = [.fact("kind", service.id.kind.rawValue)]
    if !service.id.namespace.isEmpty { lines.append(.fact("namespace", service.id.namespace)) }
    lines.append(.fact("replicas", replicas(of: place, service)))
    if let account = service.template.serviceAccount {
      lines.append(.fact("account", "service account \(account)"))
    }
    if let image = service.template.image { lines.append(.fact("image", image)) }
    if let updated = service.updatedAt { lines.append(.fact("updated", age(updated))) }
    lines += service.template.references.map { reference in
      .fact(
        "asks for",
        "\(reference.credentialSpec.name) (\(reference.credentialSpec.delivery.word)), \(reference.slot.words)"
      )
    }
    lines += updating(service)
    lines += cells(
      "Credspecs", column(of: .serviceByCredentialSpec, row: place),
      target: { .cell(.serviceByCredentialSpec, row: .service(service.id), column: $0) })
    lines += cells(
      "On hosts", column(of: .serviceByHost, row: place),
      target: { .cell(.serviceByHost, row: .service(service.id), column: $0) })
    lines += troubles(service)
    return lines + raw(service)
  }

  /// How its update goes, and what a rollback would refer to.
  private func updating(_ service: Service) -> [PageLine] {
    var lines: [PageLine] = []
    if let update = service.update {
      let words = update.message.isEmpty ? update.state : "\(update.state): \(update.message)"
      let when = update.at.map { ", \(AgeText.text(from: $0, to: state.now))" } ?? ""
      lines.append(.fact("last update", words + when))
    }
    lines += (service.rollbackReferences ?? []).map { id in
      let words = "\(id.name) (\(id.delivery.word))"
      guard isGone(id) else { return .fact("rollback to", words) }
      return .fact(
        "rollback to", [PageSpan("\(words), which is gone: a rollback would break", .state(.dangling))])
    }
    return lines
  }

  /// Whether a config is known not to be there any more.
  private func isGone(_ id: CredentialSpecID) -> Bool {
    let structure = picture.snapshot.structure
    return id.delivery == .swarmConfig && structure.coverage.includes(.configs, in: id.cluster)
      && structure.index(of: id).map { picture.credentialSpec($0).object == nil } ?? true
  }

  private func replicas(of place: Int, _ service: Service) -> String {
    var counts: [ReplicaState: Int] = [:]
    for replica in picture.replicas(ofService: place) { counts[replica.replica.state, default: 0] += 1 }
    let told = [ReplicaState.running, .starting, .failing, .finished]
      .compactMap { state in counts[state].map { "\(NumberText.grouped($0)) \(state.rawValue)" } }
    let wanted = service.runsOnEveryHost ? "one a host" : service.wantedReplicas.map { "\($0) wanted" }
    return ((wanted.map { [$0] } ?? []) + (told.isEmpty ? ["none seen"] : told)).joined(separator: ", ")
  }

  private func troubles(_ service: Service) -> [PageLine] {
    if service.troubles.isEmpty { return [] }
    return [.space, .heading("What the orchestrator says went wrong")]
      + service.troubles.map { trouble in
        PageLine(
          [
            PageSpan("\(trouble.object), \(trouble.reason): \(trouble.message)"),
            .dim(trouble.at.map { "  \(AgeText.text(from: $0, to: state.now))" } ?? ""),
          ], indent: 1, isProblem: true)
      }
  }
}

extension CredentialSpecReference.Slot {
  /// Which part of the replica it is for.
  fileprivate var words: String {
    switch part {
    case .whole: "for the whole replica"
    case .container: "for container \(name)"
    case .initContainer: "for init container \(name)"
    }
  }
}
