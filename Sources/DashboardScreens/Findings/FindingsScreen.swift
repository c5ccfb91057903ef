// The findings screen: every finding, worst first.

import DashboardModel

/// Every finding, worst first.
struct FindingsScreen: PageScreen {
  static let kind = ScreenKind.findings

  func page(_ state: AppState) -> Page {
    guard let picture = state.picture else {
      return Page(title: "Findings", emptyText: "nothing was read yet")
    }
    let findings = picture.findings
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(NumberText.grouped(count)) \(severity.rawValue)"
    }
    let title = counts.isEmpty ? "Findings: none" : "Findings: " + counts.joined(separator: ", ")
    return Page(
      title: title, lines: findings.map(line),
      emptyText: "no rule has found anything in what was read; what was not read is on the sources screen")
  }

  private func line(_ finding: Finding) -> PageLine {
    PageLine(
      [
        .severity(finding.severity, columns: 9), PageSpan(finding.card.id + " ", .part(.key)),
        PageSpan(finding.message),
      ], hang: 9, target: .object(finding.subject), copy: finding.nextStep.text, isProblem: true)
  }
}
