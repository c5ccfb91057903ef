// What a rule found, in the one form that screens and reports show.

/// What a rule found. Words and evidence are made when they are asked for; what groups findings into causes is worked out
/// once, because a finding outlives the picture in which it was found.
public struct Finding: Sendable {
  /// One allocation: a large fleet's findings are copied, sorted and grouped for each picture.
  private final class Facts: Sendable {
    let card: RuleCard
    let severity: Severity
    let subject: FindingSubject
    let reach: FindingReach
    let causeKey: CauseKey
    let rule: any FindingRule

    init(_ rule: some FindingRule, in picture: Picture) {
      card = type(of: rule).card
      severity = rule.severity
      subject = rule.subject
      reach = rule.reach(in: picture)
      causeKey = CauseKey(rule: card.id, text: rule.causeKey)
      self.rule = rule
    }
  }

  private let facts: Facts

  init(_ rule: some FindingRule, in picture: Picture) { facts = Facts(rule, in: picture) }

  /// The rule.
  public var card: RuleCard { facts.card }
  /// How bad it is.
  public var severity: Severity { facts.severity }
  /// What it is about.
  public var subject: FindingSubject { facts.subject }
  /// Whom it touches.
  public var reach: FindingReach { facts.reach }
  /// Equal for findings of one cause.
  var causeKey: CauseKey { facts.causeKey }
  /// One sentence.
  public var message: String { facts.rule.message }
  /// What to do next.
  public var nextStep: CopyableCommand { facts.rule.nextStep }
  /// What proves it. `picture` is the one that the finding is of.
  public func evidence(in picture: Picture) -> [Evidence] { facts.rule.evidence(in: picture) }
}
