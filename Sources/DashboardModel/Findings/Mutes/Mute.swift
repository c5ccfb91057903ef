// What the operator does not want to be told until a day, and why.

/// A mute: findings of a rule that are known and accepted for a time. It hides findings, never facts: cells keep their
/// states, and what is hidden is counted.
public struct Mute: Hashable, Sendable {
  /// The rule's id or name, as `RuleCard` has them.
  public let rule: String
  /// The subjects, as findings print them: `service shop/Deployment/*`, or without the kind: `web-*.json`. Nil: all.
  public let subject: MutePattern?
  /// The clusters. Nil: all.
  public let cluster: MutePattern?
  /// Why; never empty in what a config holds.
  public let reason: String
  /// The last day on which it mutes, in UTC.
  public let until: CalendarDay

  /// A mute.
  public init(
    rule: String, subject: MutePattern? = nil, cluster: MutePattern? = nil, reason: String, until: CalendarDay
  ) {
    self.rule = rule
    self.subject = subject
    self.cluster = cluster
    self.reason = reason
    self.until = until
  }

  /// Whether it mutes nothing any more.
  public func isExpired(on day: CalendarDay) -> Bool { until < day }

  /// Whether it is about a finding; whether it is expired does not count here. A finding without a cluster, as of a
  /// feed, is in none that a pattern names.
  public func covers(_ finding: Finding) -> Bool {
    covers(rule: finding.card, subject: finding.subject)
  }

  func covers(rule card: RuleCard, subject: FindingSubject) -> Bool {
    guard rule == card.id || rule == card.name else { return false }
    if let cluster {
      guard let name = subject.cluster?.text, cluster.matches(name) else { return false }
    }
    guard let pattern = self.subject else { return true }
    return pattern.matches(subject.text) || pattern.matches(subject.name)
  }
}

extension FindingSubject {
  /// What is printed without the word for its kind.
  var name: String {
    let text = text
    guard let space = text.firstIndex(of: " ") else { return text }
    return String(text[text.index(after: space)...])
  }
}
