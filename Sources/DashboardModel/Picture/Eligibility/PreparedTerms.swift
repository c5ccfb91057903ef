// Scheduling terms made ready to be held against many hosts: constraints parsed once, tolerations completed once.

/// Terms ready for use. Judging one host is a few comparisons; nothing is parsed again.
struct PreparedTerms: Sendable {
  let terms: SchedulingTerms
  let constraints: [PlacementConstraint]
  /// The template's, and what the controller of a DaemonSet adds.
  let tolerations: [Toleration]
  /// In the order of the keys, so that reasons stand in one order.
  let nodeSelector: [(key: String, value: String)]

  init(_ terms: SchedulingTerms) {
    self.terms = terms
    nodeSelector = terms.nodeSelector.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    constraints = terms.constraints.map(PlacementConstraint.init)
    tolerations = terms.isDaemonSet ? terms.tolerations + Toleration.ofEveryDaemonSet : terms.tolerations
  }

  /// The full answer, with every reason.
  func eligibility(of host: Host) -> Eligibility {
    var judgement = Judgement(keepsReasons: true)
    judge(host, into: &judgement)
    if judgement.isRefused { return .refused(judgement.refusals) }
    return judgement.missing.map(Eligibility.unknown) ?? .eligible
  }

  /// The answer alone, at the first sure refusal.
  func verdict(of host: Host) -> UInt8 {
    var judgement = Judgement(keepsReasons: false)
    judge(host, into: &judgement)
    if judgement.isRefused { return EligibilityTable.Verdict.refused }
    return judgement.missing == nil ? EligibilityTable.Verdict.eligible : EligibilityTable.Verdict.unknown
  }

  /// What a replica's or an inventory's words on a host are enough for comes first.
  private func judge(_ host: Host, into judgement: inout Judgement) {
    checkNodeName(host, &judgement)
    checkOperatingSystem(host, &judgement)
    guard host.isFromNodeList else {
      return judgement.lack("no node list names \(host.id.name): its labels and taints are not known")
    }
    if judgement.isSettled { return }
    checkNodeSelector(host, &judgement)
    checkTaints(host, &judgement)
    checkOpenness(host, &judgement)
    if judgement.isSettled { return }
    checkPlatforms(host, &judgement)
    checkConstraints(host, &judgement)
    if judgement.isSettled { return }
    checkAffinity(host, &judgement)
    checkReadiness(host, &judgement)
  }
}

/// What the checks found so far.
struct Judgement {
  let keepsReasons: Bool
  private(set) var isRefused = false
  private(set) var refusals: [Refusal] = []
  /// What was not told and would have been needed.
  private(set) var missing: String?

  init(keepsReasons: Bool) { self.keepsReasons = keepsReasons }

  /// Whether no further check can change what is asked for.
  var isSettled: Bool { isRefused && !keepsReasons }

  mutating func refuse(_ refusal: @autoclosure () -> Refusal) {
    isRefused = true
    if keepsReasons { refusals.append(refusal()) }
  }

  mutating func lack(_ words: @autoclosure () -> String) { missing = missing ?? words() }
}
