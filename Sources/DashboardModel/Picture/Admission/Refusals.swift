// What was said when pods of a service were refused: proof where the lists that would tell were not read.

extension Snapshot {
  /// The latest refusal of a service's pods with a text of one rule, unless a replica has started since, or nobody knows:
  /// then it is over. `name` is a credential spec that the text must speak of.
  func refusal(ofService service: Int, rule: String, naming name: String? = nil) -> Trouble? {
    let subject = structure.services[service]
    if subject.troubles.isEmpty || subject.wantedReplicas == 0 || !tellsReplicas(ofService: service) {
      return nil
    }
    let said = subject.troubles.filter { trouble in
      KnownErrorTexts.first(in: trouble.message)?.rule == rule
        && (name.map { trouble.message.speaks(of: $0) } ?? true)
    }
    guard let last = said.max(by: { ($0.at ?? .distantPast) < ($1.at ?? .distantPast) }) else { return nil }
    guard let at = last.at else { return last }
    let hasStartedSince = replicas[service].placements.contains { placement in
      placement.state == .running && placement.spokenAt >= at.milliseconds
    }
    return hasStartedSince ? nil : last
  }

  /// Whether a service's account may use a custom resource: by the grants, and where those were not all read by what
  /// the webhook said when it refused a pod.
  func permission(ofService service: Int, toUse credentialSpec: CredentialSpecID) -> Permission {
    guard credentialSpec.delivery == .customResource else { return .allowed(by: []) }
    let subject = structure.services[service]
    guard let account = subject.template.serviceAccount else {
      return .unknown("no service account was read")
    }
    let told = structure.grants.permission(
      cluster: subject.id.cluster, namespace: subject.id.namespace, account: account,
      credentialSpec: credentialSpec.name)
    guard case .unknown = told,
      refusal(ofService: service, rule: NotAuthorised.card.id, naming: credentialSpec.name) != nil
    else { return told }
    return .notAllowed
  }

  /// Whether a credential spec that a service names does not exist: its list lacks it, or, where the list was not
  /// read, the webhook looked for it in vain.
  func isAbsent(_ entry: CredentialSpecEntry, forService service: Int) -> Bool {
    switch entry.existence {
    case .absent: true
    case .exists: false
    case .unknown:
      entry.id.delivery == .customResource
        && refusal(ofService: service, rule: DanglingReference.card.id, naming: entry.id.name) != nil
    }
  }
}

extension String {
  /// Whether a text holds a name as a word of its own, quoted or not: `web` is not in `web01`.
  fileprivate func speaks(of name: String) -> Bool {
    split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }.contains { $0 == name }
  }
}
