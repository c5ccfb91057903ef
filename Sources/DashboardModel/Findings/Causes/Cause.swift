// A root cause: what is wrong once, however many hosts and services show it.

/// A root cause with all that bites because of it. Each finding of a picture is in exactly one cause.
public struct Cause: Sendable {
  /// Findings of one rule that have one cause, the worst first; never empty. Their rule is the cause's rule.
  public let equals: [Finding]
  /// Findings that follow from it, worst first: a rule says that it explains them, and they touch the same things.
  public let consequences: [Finding]
  /// The worst of all its findings: a cause is as bad as what it does.
  public let severity: Severity
  /// The finding to show first.
  public let lead: Finding
  /// Whether a whole cluster suffers: its webhook, or the feed that tells of it.
  public let isClusterWide: Bool

  init(lead: Finding, others: [Finding], consequences: [Finding], isClusterWide: Bool) {
    self.lead = lead
    self.consequences = consequences
    self.isClusterWide = isClusterWide
    equals = [lead] + others
    severity = (others + consequences).map(\.severity).reduce(lead.severity, min)
  }

  /// How often the cause is seen: `GMSA201, 4 services`.
  public var count: Int { equals.count }
  /// The same cause elsewhere: the findings beside the first.
  public var elsewhere: ArraySlice<Finding> { equals.dropFirst() }
  /// What its findings are about, in their order.
  public var subjects: [FindingSubject] { equals.map(\.subject) }

  /// Whether one of its findings, or of what follows from them, is about or touches a subject.
  public func touches(_ subject: Subject) -> Bool {
    (equals + consequences).contains { finding in
      if finding.subject == .subject(subject) { return true }
      return finding.reach.cluster == subject.cluster || finding.reach.subjects.contains(subject)
    }
  }
}
