// One finding: what proves it, what follows from it, where else the same cause bites, what to do next.

import DashboardModel

/// One finding with its cause.
struct FindingScreen: PageScreen {
  static let kind = ScreenKind.finding
  let id: FindingID

  func page(_ state: AppState) -> Page {
    guard let picture = state.picture, let (finding, cause) = id.find(in: picture) else {
      return Page(
        title: id.rule, emptyText: "it is gone: the newest facts do not have it. Before: \(id.message)")
    }
    var lines = verdict(finding, cause)
    lines += root(finding, cause)
    lines += [.space, .heading("What it means")]
    lines += [
      PageLine([PageSpan(finding.card.page.means)], indent: 1, hang: 0),
      PageLine([.dim("more on \(finding.card.id)")], indent: 1, target: .rule(finding.card.id)),
    ]
    lines += evidence(finding, picture, state)
    lines += [.space, .heading("What to do next")] + PageLine.command(finding.nextStep, indent: 1)
    lines += about(finding)
    lines += others("The same cause elsewhere", cause.equals, finding)
    lines += others("What follows from it", cause.consequences, finding)
    return Page(title: "\(finding.card.id) \(finding.card.name)", lines: lines)
  }

  /// A cause is as bad as what follows from it, here as in every list of causes; what it is by itself stands below.
  private func verdict(_ finding: Finding, _ cause: Cause) -> [PageLine] {
    let severity = FindingID(finding) == FindingID(cause.lead) ? cause.severity : finding.severity
    let line = PageLine([.severity(severity), PageSpan(": \(finding.message)")], isProblem: true)
    if severity == finding.severity { return [line] }
    let words = "by itself a \(finding.severity.rawValue); \(severity.rawValue) for what follows from it"
    return [line, PageLine(.detail, [.dim(words)], indent: 2)]
  }

  /// A finding that follows from another says so before all else.
  private func root(_ finding: Finding, _ cause: Cause) -> [PageLine] {
    if cause.lead.card.id == finding.card.id { return [] }
    return [.space, .heading("It follows from"), .finding(cause.lead, indent: 1)]
  }

  private func evidence(_ finding: Finding, _ picture: Picture, _ state: AppState) -> [PageLine] {
    let facts = finding.evidence(in: picture)
    if facts.isEmpty { return [] }
    return [.space, .heading("What proves it")] + facts.map { .evidence($0, now: state.now, indent: 1) }
  }

  private func about(_ finding: Finding) -> [PageLine] {
    [
      .space, .heading("About"),
      PageLine([PageSpan(finding.subject.text)], indent: 1, target: .object(finding.subject)),
    ]
  }

  private func others(_ heading: String, _ findings: [Finding], _ own: Finding) -> [PageLine] {
    let others = findings.filter { FindingID($0) != FindingID(own) }
    if others.isEmpty { return [] }
    return [.space, .heading("\(heading) (\(NumberText.grouped(others.count)))")]
      + others.map { .finding($0, indent: 1) }
  }
}
