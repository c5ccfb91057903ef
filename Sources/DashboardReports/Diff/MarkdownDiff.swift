// A diff as Markdown, for the issue or the pull request that it belongs to.

import DashboardModel

enum MarkdownDiff: DiffWriting {
  static func write(_ report: DiffReport, to target: inout some TextOutputStream) {
    let text = MarkdownText(isASCII: report.isASCII)
    let diff = report.diff
    target.write("# What changed\n\n\(text.prose(report.summary)).\n\n")
    target.write("- before: \(text.code(report.beforeName)), \(report.age(of: diff.before))\n")
    target.write("- after: \(text.code(report.afterName)), \(report.age(of: diff.after))\n")
    for pair in diff.pairing.renamed {
      target.write(
        "- compared: cluster \(text.code(pair.before.text)) with \(text.code(pair.after.text))\n")
    }
    write(diff.figures, to: &target)
    for (title, subjects) in [("Appeared", diff.appeared), ("Vanished", diff.vanished)]
    where !subjects.isEmpty {
      target.write("\n## \(title)\n\n")
      for subject in subjects {
        target.write("- \(subject.axis.word) \(text.code(subject.qualifiedName))\n")
      }
    }
    write(diff.findings, text, to: &target)
    for face in Face.allCases { write(diff.cells(of: face), face, text, to: &target) }
  }

  private static func write(
    _ figures: [(label: String, before: String, after: String)], to target: inout some TextOutputStream
  ) {
    if figures.isEmpty { return }
    target.write("\n| figure | before | after |\n| --- | --: | --: |\n")
    for figure in figures { target.write("| \(figure.label) | \(figure.before) | \(figure.after) |\n") }
  }

  private static func write(
    _ changes: [FindingChange], _ text: MarkdownText, to target: inout some TextOutputStream
  ) {
    if changes.isEmpty { return }
    target.write("\n## Findings\n\n|  | severity | rule | what |\n| --- | --- | --- | --- |\n")
    for change in changes {
      guard let finding = change.finding else { continue }
      let word = change.came ? "came" : change.went ? "went" : "changed"
      target.write(
        "| \(word) | \(finding.severity.rawValue) | \(finding.card.id) | \(text.prose(finding.message)) |\n")
    }
  }

  private static func write(
    _ changes: [CellChange], _ face: Face, _ text: MarkdownText, to target: inout some TextOutputStream
  ) {
    if changes.isEmpty { return }
    target.write("\n## Cells: \(face.title)\n\n| what | after | before |\n| --- | --- | --- |\n")
    for group in CellChangeGroup.groups(of: changes) {
      let change = group.first
      let bold = change.isWorse ? "**" : ""
      target.write(
        "| \(text.prose(group.words(naming: 12))) | \(bold)\(change.after.words)\(bold) | \(change.before.words) |\n"
      )
    }
  }
}
