// Findings that came, went or speak otherwise between two pictures.

/// A finding that differs between two pictures.
public struct FindingChange: Sendable {
  /// The finding on the first side; nil where it came.
  public let before: Finding?
  /// The finding on the second side; nil where it went.
  public let after: Finding?

  /// Whether it is on the second side alone.
  public var came: Bool { before == nil }
  /// Whether it is on the first side alone.
  public var went: Bool { after == nil }

  /// How bad the worse of both is.
  public var severity: Severity {
    [before?.severity, after?.severity].compactMap(\.self).min() ?? .notice
  }

  /// The rule that both are of; nil never occurs, since one side is always there.
  public var rule: String { (after ?? before)?.card.id ?? "" }

  /// The finding to show: as it is now, else as it was.
  public var finding: Finding? { after ?? before }
}

extension FindingChange {
  /// What a finding is on both sides, whatever its words: the rule and the subject. The same cluster may be read from
  /// two files: which feed a finding is about does not count.
  private struct Key: Hashable {
    let rule: String
    let subject: FindingSubject

    init(_ finding: Finding, _ subject: FindingSubject) {
      rule = finding.card.id
      if case .feed = subject { self.subject = .feed("") } else { self.subject = subject }
    }
  }

  /// The changes from some findings to others, worst first, then by rule. One subject may have several findings of one
  /// rule: equal words are one finding, and of the others as many as both sides have are taken for the same in new words.
  static func changes(
    from before: [Finding], to after: [Finding], pairing: ClusterPairing
  ) -> [FindingChange] {
    var old = Dictionary(grouping: before) { Key($0, pairing.subject($0.subject)) }
    var changes: [FindingChange] = []
    var rest: [Finding] = []
    for finding in after {
      let key = Key(finding, finding.subject)
      if let place = old[key]?.firstIndex(where: { isSame($0, finding) }) {
        old[key]?.remove(at: place)
      } else {
        rest.append(finding)
      }
    }
    for finding in rest {
      let key = Key(finding, finding.subject)
      let known = old[key]?.isEmpty == false ? old[key]?.removeFirst() : nil
      changes.append(FindingChange(before: known, after: finding))
    }
    let gone = old.values.flatMap(\.self)
    changes += gone.map { FindingChange(before: $0, after: nil) }
    return changes.sorted(by: precedes)
  }

  private static func isSame(_ left: Finding, _ right: Finding) -> Bool {
    left.severity == right.severity && words(of: left) == words(of: right)
  }

  /// What a finding says, but for the name of the feed that it is about.
  private static func words(of finding: Finding) -> String {
    guard case .feed(let feed) = finding.subject else { return finding.message }
    return finding.message.replacing(feed.text, with: "")
  }

  /// A total order, so that the order of feeds and of a dictionary do not count.
  private static func precedes(_ left: FindingChange, _ right: FindingChange) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    func words(_ change: FindingChange) -> (String, String) {
      (change.finding?.subject.text ?? "", change.finding?.message ?? "")
    }
    return words(left) < words(right)
  }
}
