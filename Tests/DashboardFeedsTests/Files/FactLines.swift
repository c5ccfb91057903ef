// Facts as lines of text, for golden files that a person can review.

import DashboardModel

/// Writes facts one a line, sorted.
enum FactLines {
  static func text(_ slice: FeedSlice) -> String {
    let facts = slice.facts
    var lines: [String] = []
    lines += facts.hosts.map(host)
    lines += facts.services.map(service)
    lines += facts.ownerLinks.map {
      "link \($0.object.kind) \($0.namespace)/\($0.object.name) -> \($0.owner.kind) \($0.owner.name)\(troubles($0.troubles))"
    }
    lines += facts.replicas.map(replica)
    lines += facts.credentialSpecs.map {
      "credspec \($0.id.delivery.rawValue) \($0.id.name) \($0.contents?.groupManagedServiceAccount?.text ?? "-")"
        + ($0.contents?.isJSON == false ? " no JSON" : "") + ($0.isTemplated ? " templated" : "")
    }
    lines += facts.roles.map { role in
      "role \(role.namespace.map { "\($0)/" } ?? "")\(role.name) "
        + role.rules.map { "\($0.verbs.joined(separator: ",")) \($0.names.joined(separator: ","))" }
        .joined(separator: "; ")
    }
    lines += facts.roleBindings.map { binding in
      "binding \(binding.namespace.map { "\($0)/" } ?? "")\(binding.name) -> \(binding.roleKind) \(binding.roleName): "
        + binding.subjects.map { "\($0.kind) \($0.namespace ?? "")/\($0.name)" }.joined(separator: ", ")
    }
    lines += facts.webhooks.map {
      "webhook \($0.configuration) \($0.mutates ? "mutates" : "validates") \($0.name) \($0.failurePolicy) \($0.service ?? "-")"
    }
    lines += facts.endpoints.map {
      "endpoints \($0.namespace)/\($0.name) \($0.readyAddresses.map(String.init) ?? "-")"
    }
    lines += facts.events.map {
      "event \($0.object.kind) \($0.namespace)/\($0.object.name) \($0.trouble.reason) x\($0.count)"
    }
    lines += facts.coverage.map { "coverage \($0.cluster.text) \($0.kind.rawValue) \(coverage($0.coverage))" }
    lines.append("serviceaccounts \(facts.serviceAccounts.count) namespaces \(facts.namespaces.count)")
    lines.append("skipped replicas \(facts.skippedReplicas)")
    lines += slice.unreadable.map { "unreadable \($0.source) \($0.index ?? -1) \($0.path) \($0.reason)" }
    return lines.sorted().joined(separator: "\n") + "\n"
  }

  private static func host(_ host: Host) -> String {
    "host \(host.id.name) \(host.operatingSystem?.rawValue ?? "?") \(host.windowsBuild ?? "-") "
      + "\(host.isReady.map { $0 ? "ready" : "not ready" } ?? "?") \(host.closedBecause ?? "open")"
      + host.taints.map { " taint \($0.text)" }.joined()
  }

  private static func service(_ service: Service) -> String {
    "service \(service.id.kind.rawValue) \(service.id.qualifiedName) "
      + "x\(service.wantedReplicas.map(String.init) ?? "-")"
      + service.template.references.map { reference in
        " \(slot(reference.slot))=\(reference.credentialSpec.delivery.rawValue):\(reference.credentialSpec.name)"
          + (reference.runAsUser.map { " as \($0)" } ?? "")
          + (reference.contents == nil ? "" : " with contents")
      }.joined()
      + (service.template.mountedCredentialSpecFolder.map { " mounts \($0)" } ?? "")
      + service.template.fileMountedConfigs.map { " file config \($0)" }.joined()
      + troubles(service.troubles)
  }

  private static func replica(_ replica: Replica) -> String {
    "replica \(replica.namespace)/\(replica.name) of \(replica.owner?.name ?? "itself") on \(replica.hostName ?? "-") "
      + replica.state.rawValue
      + replica.handed.map { " \(slot($0.slot))=\($0.credentialSpec.name) \(handed($0.contents))" }.joined()
      + troubles([replica.trouble].compactMap { $0 })
  }

  private static func slot(_ slot: CredentialSpecReference.Slot) -> String {
    slot.name.isEmpty ? slot.part.rawValue : "\(slot.part.rawValue):\(slot.name)"
  }

  private static func handed(_ contents: HandedContents) -> String {
    switch contents {
    case .given(let contents): "given \(contents.account ?? "-")"
    case .withheld: "withheld"
    case .notVisible: "not visible"
    }
  }

  private static func troubles(_ troubles: [Trouble]) -> String {
    troubles.map { " ! \($0.reason): \($0.message)" }.joined()
  }

  private static func coverage(_ coverage: Coverage) -> String {
    switch coverage {
    case .everything: "everything"
    case .namespaces(let names): "namespaces \(names.sorted().joined(separator: ","))"
    case .nothing(let reason): "nothing: \(reason)"
    }
  }
}
