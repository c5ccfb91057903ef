// The findings screen: every finding grouped by its cause, worst first.

import DashboardModel

/// Every finding, grouped by cause.
struct FindingsScreen: PageScreen {
  static let kind = ScreenKind.findings

  func page(_ state: AppState) -> Page {
    guard let picture = state.picture else {
      return Page(title: "Findings", emptyText: "nothing was read yet")
    }
    return Page(
      title: title(picture), lines: picture.causes.flatMap { lines(of: $0, picture) } + mutedLines(picture),
      emptyText: "no rule has found anything in what was read; what was not read is on the sources screen")
  }

  private func title(_ picture: Picture) -> String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = picture.findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(NumberText.grouped(count)) \(severity.rawValue)"
    }
    if counts.isEmpty { return "Findings: " + (["none"] + picture.muteNotes).joined(separator: ", ") }
    let causes = picture.causes.count
    let grouped =
      causes == picture.findings.count
      ? "" : " of \(NumberText.grouped(causes)) \(causes == 1 ? "cause" : "causes")"
    return "Findings: " + counts.joined(separator: ", ") + grouped
      + picture.muteNotes.map { ", " + $0 }.joined()
  }

  /// What is muted stays countable and can be read, below everything that is not.
  private func mutedLines(_ picture: Picture) -> [PageLine] {
    if picture.mutedFindings.isEmpty { return [] }
    return [.heading("Muted by the config")]
      + picture.mutedFindings.map { PageLine([.dim($0.words)], hang: 9) }
  }

  private func lines(of cause: Cause, _ picture: Picture) -> [PageLine] {
    var lines = [PageLine.cause(cause)]
    if !cause.elsewhere.isEmpty {
      let first = cause.elsewhere.prefix(3).map(\.subject.text).joined(separator: ", ")
      let more = cause.elsewhere.count - 3
      let words = more > 0 ? "\(first) and \(NumberText.grouped(more)) more" : first
      lines.append(PageLine(.detail, [.dim("the same: "), PageSpan(words)], indent: 9))
    }
    for consequence in cause.consequences.prefix(3) {
      lines.append(
        PageLine(
          .detail, [.dim("so: "), PageSpan("\(consequence.card.id) \(consequence.message)")], indent: 9,
          hang: 4,
          target: .finding(FindingID(consequence))))
    }
    let more = cause.consequences.count - 3
    if more > 0 { lines.append(PageLine(.detail, [.dim("and \(more) more that follow from it")], indent: 9)) }
    return lines
  }
}
