// The report for people who read it in a pipe, a mail or a log: 80 columns, no escapes, nothing but lines.

import DashboardModel

/// Writes text of 80 columns. Only names and commands that cannot be broken make a line longer.
struct TextReport: ReportWriting {
  private let report: Report
  private let wrap: TextWrap

  private init(_ report: Report) {
    self.report = report
    wrap = TextWrap(width: 80, isASCII: report.options.isASCII)
  }

  static func write(_ report: Report, to target: inout some TextOutputStream) {
    let text = TextReport(report)
    text.writeHeader(to: &target)
    text.writeMatrices(to: &target)
    text.writeProblems(to: &target)
    text.writeFindings(to: &target)
    text.writeOmissions(to: &target)
  }

  private func line(_ text: String, _ target: inout some TextOutputStream) {
    target.write(SafeText(text, isASCII: report.options.isASCII).text + "\n")
  }

  private func writeHeader(to target: inout some TextOutputStream) {
    let structure = report.picture.snapshot.structure
    line("gMSA report: \(report.face.title), \(report.options.now.text)", &target)
    target.write("\n")
    wrap.write("Clusters  ", structure.clusters.map(\.text).joined(separator: ", "), to: &target)
    writeFeeds(to: &target)
    writeGaps(to: &target)
    let figures = report.picture.figures.labelled.map { $0.text.replacing(" ", with: "\u{A0}") }
    wrap.write("Figures   ", figures.joined(separator: "  "), to: &target)
  }

  private func writeFeeds(to target: inout some TextOutputStream) {
    let names = report.picture.snapshot.feeds.map { SafeText($0.feed.text, isASCII: report.options.isASCII) }
    let width = min(24, names.map(\.columns).max() ?? 0)
    for (index, feed) in report.picture.snapshot.feeds.enumerated() {
      let label = index == 0 ? "Feeds     " : "          "
      wrap.write(
        label + names[index].padded(to: width) + "  ", feed.words(at: report.options.now), to: &target)
    }
  }

  private func writeGaps(to target: inout some TextOutputStream) {
    let structure = report.picture.snapshot.structure
    var lines = structure.unreadable.prefix(Self.shownUnreadable).map(\.words)
    let rest = structure.unreadable.count - Self.shownUnreadable
    if rest > 0 { lines.append("\(Report.count(rest, "more object")) (--format json names all)") }
    lines += structure.gapSentences
    for (index, line) in lines.enumerated() {
      wrap.write(index == 0 ? "Not read  " : "          ", line, to: &target)
    }
  }

  private static let shownUnreadable = 10

  private func writeMatrices(to target: inout some TextOutputStream) {
    var states: Set<CellState> = []
    for section in report.sections where !section.isEmpty {
      target.write("\n")
      let matrix = TextMatrix(report, section, width: wrap.width)
      matrix.write(to: &target)
      states.formUnion(matrix.states)
    }
    if states.isEmpty { return }
    let glyphs = states.sorted().filter { $0 != .blank }
      .map { "\(glyph($0))\u{A0}\($0.word.replacing(" ", with: "\u{A0}"))" }
    target.write("\n")
    wrap.write("Legend    ", glyphs.joined(separator: "  "), to: &target)
  }

  private func glyph(_ state: CellState) -> Character {
    report.options.isASCII ? state.asciiGlyph : state.glyph
  }

  private func writeProblems(to target: inout some TextOutputStream) {
    let counts = report.counts
    target.write("\n")
    if counts.problems == 0 { line(report.allClear, &target) }
    for state in report.listedStates where counts[state] > 0 {
      line("\(state.word) (\(counts[state]))", &target)
      report.forEachCell(in: state) { cell in writeProblem(cell, to: &target) }
      target.write("\n")
    }
  }

  private func writeProblem(_ cell: ReportCell, to target: inout some TextOutputStream) {
    let detail = cell.rowName.detail.isEmpty ? "" : "\(cell.rowName.detail), "
    let identity = cell.cell.differsInIdentity ? ", another identity" : ""
    let notCompared = cell.cell.isNotCompared ? ", contents not compared" : ""
    wrap.write(
      "  \(glyph(cell.cell.state)) ",
      "\(cell.title) (\(detail)\(cell.rowName.cluster.text)\(identity)\(notCompared))", to: &target)
    guard let explanation = cell.explanation else { return }
    wrap.write("      ", explanation.sentence, to: &target)
    if let reason = explanation.reasons.first { wrap.write("      ", reason, to: &target) }
  }

  private func writeFindings(to target: inout some TextOutputStream) {
    let findings = report.picture.findings
    let counts =
      [findings.isEmpty ? "No findings" : "findings (\(findings.count))"] + report.picture.muteNotes
    line(counts.joined(separator: ", ") + (findings.isEmpty ? "." : ""), &target)
    for finding in findings {
      wrap.write("  ", "\(finding.card.id) \(finding.severity.rawValue): \(finding.message)", to: &target)
      for fact in finding.evidence(in: report.picture) { wrap.write("      ", fact.words, to: &target) }
      line("      \(finding.nextStep.place): \(finding.nextStep.text)", &target)
    }
    for muted in report.picture.mutedFindings { wrap.write("  ", muted.words, to: &target) }
  }

  private func writeOmissions(to target: inout some TextOutputStream) {
    let omissions = report.omissions
    guard !omissions.isEmpty else { return }
    target.write("\n")
    var label = "Not shown "
    for omission in omissions {
      wrap.write(label, omission, to: &target)
      label = "          "
    }
  }
}
