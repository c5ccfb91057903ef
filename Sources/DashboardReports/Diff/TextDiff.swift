// A diff as text: figures, what came and went, findings, then cells by face, what got worse first.

import DashboardModel

enum TextDiff: DiffWriting {
  static func write(_ report: DiffReport, to target: inout some TextOutputStream) {
    let wrap = TextWrap(width: 100, isASCII: report.isASCII)
    let diff = report.diff
    wrap.write("before    ", "\(report.beforeName), \(report.age(of: diff.before))", to: &target)
    wrap.write("after     ", "\(report.afterName), \(report.age(of: diff.after))", to: &target)
    for pair in diff.pairing.renamed {
      wrap.write("compared  ", "cluster \(pair.before.text) with \(pair.after.text)", to: &target)
    }
    for figure in diff.figures {
      wrap.write("figure    ", "\(figure.label) \(figure.after), was \(figure.before)", to: &target)
    }
    for subject in diff.appeared { wrap.write("appeared  ", DiffReport.words(subject), to: &target) }
    for subject in diff.vanished { wrap.write("vanished  ", DiffReport.words(subject), to: &target) }
    for change in diff.findings { write(change, wrap, to: &target) }
    for face in Face.allCases { write(diff.cells(of: face), face, wrap, to: &target) }
    wrap.write(diff.isEmpty ? "same: " : "differ: ", report.summary, to: &target)
  }

  private static func write(
    _ change: FindingChange, _ wrap: TextWrap, to target: inout some TextOutputStream
  ) {
    let label = change.came ? "came      " : change.went ? "went      " : "changed   "
    guard let finding = change.finding else { return }
    let cluster = finding.subject.cluster.map { "\($0.text): " } ?? ""
    var words = "\(finding.severity.rawValue) \(finding.card.id) \(cluster)\(finding.message)"
    if let before = change.before, !change.went {
      words += "; was \(before.severity.rawValue): \(before.message)"
    }
    wrap.write(label, words, to: &target)
  }

  private static func write(
    _ changes: [CellChange], _ face: Face, _ wrap: TextWrap, to target: inout some TextOutputStream
  ) {
    if changes.isEmpty { return }
    wrap.write("", "\(face.title):", to: &target)
    for group in CellChangeGroup.groups(of: changes) {
      let label = group.first.isWorse ? "  worse   " : group.first.isBetter ? "  better  " : "  other   "
      wrap.write(label, "\(group.words(naming: 12)): \(group.first.stateWords)", to: &target)
    }
  }
}
