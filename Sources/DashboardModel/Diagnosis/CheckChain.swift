// The chain of checks about one service, one credential spec and one host.

/// Makes the checks. Each looks at facts; findings of the rules that speak to a question are laid beside it, so that the
/// chain and the findings never tell different stories.
struct CheckChain {
  let picture: Picture
  let subject: DiagnosisSubject
  let service: Service?
  let entry: CredentialSpecEntry?
  let host: Host?
  /// The causes that touch the subject, those that explain others first.
  let causes: [Cause]
  private let touching: [Finding]

  init(picture: Picture, subject: DiagnosisSubject, state: CellState) {
    self.picture = picture
    self.subject = subject
    service = subject.service.map(picture.service)
    entry = subject.credentialSpec.map(picture.credentialSpec)
    host = subject.host.map(picture.host)
    let reach = FindingReach(
      services: service.map { [$0.id] } ?? [], credentialSpecs: entry.map { [$0.id] } ?? [],
      hosts: host.map { [$0.id] } ?? [])
    let cluster = entry?.id.cluster ?? service?.id.cluster ?? host?.id.cluster
    func touches(_ finding: Finding) -> Bool {
      let other = finding.reach
      return other.cluster.map { $0 == cluster } ?? reach.meets(other)
    }
    touching = picture.findings.filter(touches)
    let speaking = Self.rules(speakingOf: state)
    causes = picture.causes.filter { cause in
      (cause.equals + cause.consequences).contains { speaking.contains($0.card.id) && touches($0) }
    }
  }

  /// The rules that may say why a cell is in a state. Others that touch it are true, and another matter: a right that
  /// somebody else has too many, a pod elsewhere that is late.
  private static func rules(speakingOf state: CellState) -> Set<String> {
    switch state {
    case .blank, .eligible: return []
    case .overDistributed: return ["GMSA103", "GMSA105"]
    case .overGranted: return ["GMSA301", "GMSA302"]
    default:
      let checks = CheckQuestion.allCases.reduce(into: Set<String>()) { $0.formUnion($1.rules) }
      return state == .unverified ? checks.union(["GMSA801"]) : checks
    }
  }

  /// The cluster that all is about.
  var cluster: ClusterName? { entry?.id.cluster ?? service?.id.cluster ?? host?.id.cluster }

  /// The checks in order. After the first failure others do not fail: they follow from it.
  var steps: [CheckStep] {
    var failed: CheckStep?
    return CheckQuestion.allCases.map { question in
      let step = self.step(question)
      guard step.result == .failed else { return step }
      guard let earlier = failed else {
        failed = step
        return step
      }
      // What was shown for the failure is not shown again for what follows from it.
      let shown = Set(earlier.evidence.map(\.value))
      return CheckStep(
        question, .follows(from: earlier.question), step.sentence,
        evidence: step.evidence.filter { !shown.contains($0.value) }, findings: step.findings)
    }
  }

  private func step(_ question: CheckQuestion) -> CheckStep {
    switch question {
    case .named: named
    case .exists: exists
    case .allowed: allowed
    case .handedOver: handedOver
    case .contents: contents
    case .hostFit: hostFit
    case .runtime: runtime
    case .signOn: signOn
    }
  }

  /// The findings that speak to a question about this subject, worst first.
  func findings(_ question: CheckQuestion) -> [Finding] {
    touching.filter { question.rules.contains($0.card.id) }
  }

  /// A step as the facts have it, made worse where a finding is: a critical one fails it, any other is a remark.
  func judged(
    _ question: CheckQuestion, _ result: CheckOutcome, _ sentence: String, evidence: [Evidence] = []
  ) -> CheckStep {
    let found = findings(question)
    // Of a service that does not ask for it, what a rule says is another matter.
    let isOpen = result == .passed || result == .failed || (result == .notNeeded && (isNamed || entry == nil))
    guard let worst = found.first, isOpen else {
      return CheckStep(question, result, sentence, evidence: evidence, findings: found)
    }
    let proofs = evidence.isEmpty ? worst.evidence(in: picture) : evidence
    if result != .failed, worst.severity != .critical {
      let words = result == .passed ? "\(sentence), but: \(worst.message)" : worst.message
      return CheckStep(question, .remarked, words, evidence: proofs, findings: found)
    }
    let words = result == .failed ? sentence : worst.message
    return CheckStep(question, .failed, words, evidence: proofs, findings: found)
  }
}
