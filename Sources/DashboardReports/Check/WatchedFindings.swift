// Findings that come and go, as lines.

package import DashboardModel

/// What was found last, to be compared with what is found next.
package struct WatchedFindings {
  /// A finding by what stays the same while its words change.
  private struct Key: Hashable {
    let rule: String
    let subject: FindingSubject
  }

  private let isASCII: Bool
  private var known: [Key: String] = [:]
  private var isFirst = true

  /// Nothing is known yet.
  package init(isASCII: Bool = false) { self.isASCII = isASCII }

  /// A line for each finding that is new (`+`) or gone (`-`) since the last picture, the worst first. The first picture
  /// tells of all, and of none at all in words.
  package mutating func lines(of picture: Picture, at now: Timestamp) -> [String] {
    let findings = picture.findings
    var next: [Key: String] = [:]
    var lines: [String] = []
    for finding in findings {
      let key = Key(rule: finding.card.id, subject: finding.subject)
      if next[key] != nil { continue }
      let cluster = finding.subject.cluster.map { "\($0.text): " } ?? ""
      next[key] = "\(finding.severity.rawValue) \(finding.card.id) \(cluster)\(finding.message)"
      if known[key] == nil, let text = next[key] { lines.append("\(now.text) + \(text)") }
    }
    lines += known.filter { next[$0.key] == nil }.map { "\(now.text) - \($0.value)" }.sorted()
    if isFirst, findings.isEmpty { lines.append("\(now.text) = no finding") }
    isFirst = false
    known = next
    return lines.map { SafeText($0, isASCII: isASCII).text }
  }
}
