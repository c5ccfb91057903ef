// One check on the way from a service to its identity: what was asked, what came of it, and what shows it.

/// A question of the chain, in the order in which a replica needs them answered.
public enum CheckQuestion: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// Whether the service's template names the credential spec.
  case named
  /// Whether it exists.
  case exists
  /// Whether the service's account may use it.
  case allowed
  /// Whether a replica there was handed it, or the host holds it.
  case handedOver
  /// Whether its contents are current and well-formed.
  case contents
  /// Whether the host is fit to run the service.
  case hostFit
  /// Whether the runtime started the replica with it.
  case runtime
  /// What no orchestrator can see: the sign-on itself.
  case signOn

  /// Whether the first comes before.
  public static func < (left: CheckQuestion, right: CheckQuestion) -> Bool { left.rawValue < right.rawValue }

  /// The question as a statement that holds where the check passes.
  public var title: String {
    switch self {
    case .named: "the service names it"
    case .exists: "it exists"
    case .allowed: "it may be used"
    case .handedOver: "it was handed over"
    case .contents: "its contents are current and well-formed"
    case .hostFit: "the host is fit"
    case .runtime: "the runtime took it"
    case .signOn: "the sign-on works"
    }
  }

  /// The question as a statement that holds where the check fails; what follows is said to follow from it.
  public var failure: String {
    switch self {
    case .named: "the service does not name it in a way that counts"
    case .exists: "it does not exist"
    case .allowed: "it may not be used"
    case .handedOver: "it was not handed over"
    case .contents: "its contents are not current or not well-formed"
    case .hostFit: "the host is not fit"
    case .runtime: "the runtime did not take it"
    case .signOn: "the sign-on fails"
    }
  }

  /// The rules that answer it with no: a finding of one of them that touches the service, the credential spec and the
  /// host speaks to this question.
  var rules: Set<String> {
    switch self {
    case .named: ["GMSA209", "GMSA210"]
    case .exists: ["GMSA201"]
    case .allowed: ["GMSA202"]
    case .handedOver:
      ["GMSA101", "GMSA102", "GMSA203", "GMSA205", "GMSA206", "GMSA207", "GMSA208"]
    case .contents:
      Set(["GMSA104", "GMSA204", "GMSA402"] + (501...519).map { "GMSA\($0)" })
    case .hostFit: ["GMSA404", "GMSA405", "GMSA603"]
    case .runtime: ["GMSA601", "GMSA602", "GMSA604"]
    case .signOn: []
    }
  }
}

/// What came of a check.
public enum CheckOutcome: Hashable, Sendable {
  /// It holds, as far as the facts tell.
  case passed
  /// It holds, and a rule has something to say all the same.
  case remarked
  /// It does not hold.
  case failed
  /// It does not hold, because an earlier check failed.
  case follows(from: CheckQuestion)
  /// The facts that would tell were not read. Never a pass.
  case unknown
  /// Nothing of the kind is needed here: Swarm has no grants, no replica runs there.
  case notNeeded
  /// It can not be seen from an orchestrator at all. Never a pass.
  case notVisible

  /// One word for people.
  public var word: String {
    switch self {
    case .passed: "ok"
    case .remarked: "ok, but"
    case .failed: "FAILS"
    case .follows: "follows"
    case .unknown: "unknown"
    case .notNeeded: "not needed"
    case .notVisible: "not seen"
    }
  }
}

/// A check that was made.
public struct CheckStep: Sendable {
  /// What was asked.
  public let question: CheckQuestion
  /// What came of it.
  public let result: CheckOutcome
  /// One sentence for a tired person.
  public let sentence: String
  /// The facts behind it, the one that decided first.
  public let evidence: [Evidence]
  /// Findings that say the same or more.
  public let findings: [Finding]

  init(
    _ question: CheckQuestion, _ result: CheckOutcome, _ sentence: String, evidence: [Evidence] = [],
    findings: [Finding] = []
  ) {
    self.question = question
    self.result = result
    self.sentence = sentence
    self.evidence = evidence
    self.findings = findings
  }
}
