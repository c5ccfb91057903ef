// Explains a cell of the third face: what a service asks for, and what it may.

struct ReferenceInquiry {
  let picture: Picture
  let service: Int
  let credentialSpec: Int

  init(_ picture: Picture, _ service: Int, _ credentialSpec: Int) {
    self.picture = picture
    self.service = service
    self.credentialSpec = credentialSpec
  }

  func explanation(_ cell: Cell, _ title: String) -> CellExplanation {
    CellExplanation(
      cell: cell, title: title, sentence: sentence(cell.state), reasons: reasons(cell.state),
      evidence: subject.troubles.prefix(2).map {
        Evidence(object: $0.object, field: $0.reason, value: $0.message, at: $0.at)
      })
  }

  private var subject: Service { picture.service(service) }
  private var entry: CredentialSpecEntry { picture.credentialSpec(credentialSpec) }

  private func sentence(_ state: CellState) -> String {
    let account = subject.template.serviceAccount ?? "default"
    switch state {
    case .dangling: return "names it, and no such credspec exists"
    case .denied: return "names it, and service account \(account) may not use it"
    case .undelivered: return "a running replica has no contents: it runs without this identity"
    case .stale: return "a running replica holds other contents than the credspec has now"
    case .overGranted: return "service account \(account) may use it, and none of its services asks for it"
    case .unverified: return "not all that decides this could be read"
    case .inUse: return "asked for, there, allowed, and delivered to every running replica"
    default: return "does not ask for it and is not allowed to use it"
    }
  }

  private func reasons(_ state: CellState) -> [String] {
    var reasons: [String] = []
    if case .unknown(let reason) = entry.existence { reasons.append(reason) }
    if case .absent = entry.existence {
      reasons.append("the whole list of \(listWord) was read, and \(entry.id.name) is not in it")
    }
    // What is there or not at a host decided these; that it is allowed did not.
    let hostsDecided = state == .undelivered || state == .stale
    if hostsDecided { reasons += hostReasons }
    reasons += permissionReasons
    if state == .unverified { reasons += templateReasons + hostReasons }
    // What went wrong with the service is no reason for a cell that it has nothing to do with.
    if state.isProblem || state == .unverified { reasons += subject.troubles.prefix(1).map(\.message) }
    return reasons
  }

  private var listWord: String {
    switch entry.id.delivery {
    case .customResource: FactKind.customResources.word
    case .swarmConfig: FactKind.configs.word
    case .hostFile, .hostRegistry: "every host's copies"
    default: "credspecs"
    }
  }

  private var templateReasons: [String] {
    let gap = picture.snapshot.templateGap(ofService: picture.index.services[service])
    return gap.map { ["\($0): what it names now is not known, only what its replicas were made from"] } ?? []
  }

  private var permissionReasons: [String] {
    guard entry.id.delivery == .customResource, subject.template.serviceAccount != nil else { return [] }
    switch picture.snapshot.permission(ofService: picture.index.services[service], toUse: entry.id) {
    case .allowed(let grants): return grants.prefix(1).map { "allowed by \($0.words)" }
    case .notAllowed: return ["no role binding lets it `use` \(entry.id.name)"]
    case .unknown(let reason): return [reason]
    }
  }

  /// The worst host where the service runs tells why.
  private var hostReasons: [String] {
    let columns = ServiceByHost(snapshot: picture.snapshot, index: picture.index).columns(service)
    let worst = columns.min {
      picture.credentialSpecByHost[credentialSpec, $0].state
        < picture.credentialSpecByHost[credentialSpec, $1].state
    }
    guard let worst,
      let explained = picture.explanation(row: credentialSpec, column: worst, of: .credentialSpecByHost)
    else { return [] }
    return ["on \(picture.host(worst).id.name): \(explained.stateText), \(explained.sentence)"]
  }
}
