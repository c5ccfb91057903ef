// Explains a cell of the second face: the replicas of a service at a host.

struct PlacementInquiry {
  let picture: Picture
  let service: Int
  let column: Int

  init(_ picture: Picture, _ service: Int, _ column: Int) {
    self.picture = picture
    self.service = service
    self.column = column
  }

  func explanation(_ cell: Cell, _ title: String) -> CellExplanation {
    let tally =
      ServiceByHost(snapshot: picture.snapshot, index: picture.index).tally(service, column: column)
    return CellExplanation(
      cell: cell, title: title, sentence: sentence(tally), reasons: reasons(cell, tally),
      evidence: worstCredentialSpec.map { picture.evidence(of: $0, at: column) } ?? [])
  }

  private func sentence(_ tally: ReplicaTally) -> String {
    let parts = [(tally.running, "running"), (tally.starting, "starting"), (tally.failing, "failing")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !parts.isEmpty { return "replicas here: " + parts.joined(separator: ", ") }
    if isEligible, !picture.snapshot.tellsReplicas(ofService: picture.index.services[service]) {
      return "one may be here: replicas were not all read"
    }
    return isEligible ? "no replica here; one may be scheduled" : "no replica here, and none may be scheduled"
  }

  private var isEligible: Bool {
    picture.service(service).template.scheduling.eligibility(of: picture.host(column)) == .eligible
      && picture.service(service).id.cluster == picture.host(column).id.cluster
  }

  private var worstCredentialSpec: Int? {
    picture.credentialSpecs(ofService: service)
      .min { picture.credentialSpecByHost[$0, column].state < picture.credentialSpecByHost[$1, column].state }
  }

  private func reasons(_ cell: Cell, _ tally: ReplicaTally) -> [String] {
    if tally.unfinished == 0 { return refusals }
    var reasons: [String] = []
    let hostIndex = picture.index.hosts[column]
    let troubles = picture.replicas(ofService: service)
      .filter { $0.host == hostIndex }.map(\.replica).compactMap { replica in
        let event = replica.state == .starting ? picture.index.podEvents[PodKey(replica)] : nil
        return replica.trouble?.message ?? event?.trouble.message
      }
    reasons += troubles.prefix(1)
    if cell.state == .unverified,
      let gap = picture.snapshot.templateGap(ofService: picture.index.services[service])
    {
      reasons.append("\(gap): what the service names now is not known, only what its replicas were made from")
    }
    guard let credentialSpec = worstCredentialSpec,
      let explained = picture.explanation(row: credentialSpec, column: column, of: .credentialSpecByHost)
    else { return reasons }
    let name = picture.credentialSpec(credentialSpec).id.name
    reasons.append("\(name) is \(explained.stateText) here: \(explained.sentence)")
    return reasons + explained.reasons.filter { !troubles.contains($0) }
  }

  private var refusals: [String] {
    let subject = picture.service(service)
    let host = picture.host(column)
    if subject.id.cluster != host.id.cluster { return ["another cluster"] }
    if case .refused(let refusals) = subject.template.scheduling.eligibility(of: host) {
      return refusals.map(\.words)
    }
    return []
  }
}
