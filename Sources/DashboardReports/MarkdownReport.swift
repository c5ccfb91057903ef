// The report for issues, wikis and pull requests: tables as GitHub renders them.

import DashboardModel

/// Writes GitHub-flavoured Markdown.
struct MarkdownReport: ReportWriting {
  private static let columnsLimit = 40

  private let report: Report
  private let text: MarkdownText

  static func write(_ report: Report, to target: inout some TextOutputStream) {
    let writer = MarkdownReport(report: report, text: MarkdownText(isASCII: report.options.isASCII))
    writer.writeHeader(to: &target)
    for section in report.sections where !section.isEmpty { writer.writeSection(section, to: &target) }
    writer.writeLegend(to: &target)
    writer.writeProblems(to: &target)
    writer.writeFindings(to: &target)
    writer.writeOmissions(to: &target)
  }

  private func row(_ cells: [String], _ target: inout some TextOutputStream) {
    target.write("| " + cells.joined(separator: " | ") + " |\n")
  }

  private func table(_ heads: [String], _ alignment: String, _ target: inout some TextOutputStream) {
    row(heads, &target)
    row(heads.indices.map { $0 == 0 ? "---" : alignment }, &target)
  }

  private func writeHeader(to target: inout some TextOutputStream) {
    let structure = report.picture.snapshot.structure
    target.write("# gMSA report: \(text.prose(report.face.title))\n\n\(report.options.now.text)\n\n")
    let figures = report.picture.figures.labelled
    table(figures.map(\.label), "--:", &target)
    row(figures.map { figure in figure.note.map { "\(figure.value) (\($0))" } ?? figure.value }, &target)
    target.write("\n")
    table(["feed", "clusters", "state"], "---", &target)
    for feed in report.picture.snapshot.feeds {
      let clusters = feed.clusters.map { text.code($0.text) }.joined(separator: ", ")
      row([text.code(feed.feed.text), clusters, text.prose(feed.words(at: report.options.now))], &target)
    }
    if structure.gaps.isEmpty, structure.unreadable.isEmpty { return }
    target.write("\nNot read:\n\n")
    for item in structure.unreadable { target.write("- unreadable: \(text.prose(item.words))\n") }
    for sentence in structure.gapSentences { target.write("- \(text.prose(sentence))\n") }
  }

  private func writeSection(_ section: ReportSection, to target: inout some TextOutputStream) {
    let (rows, columns) = (section.rows.count, section.columns.count)
    let face = report.face
    target.write("\n## \(text.code(section.cluster.text)): ")
    target.write("\(rows) of \(Report.count(rows + section.hiddenRows, face.rowAxis.word)), ")
    target.write("\(columns) of \(Report.count(columns + section.hiddenColumns, face.columnAxis.word))\n\n")
    if columns > report.options.columnsLimit ?? Self.columnsLimit {
      writeCounts(section, to: &target)
    } else {
      writeMatrix(section, to: &target)
    }
  }

  private func name(_ place: Int, _ axis: Axis) -> String {
    text.code(SubjectName(report.picture, place, axis).label)
  }

  private func head(_ row: Int) -> String {
    let name = SubjectName(report.picture, row, report.face.rowAxis)
    return text.code(name.label) + (name.detail.isEmpty ? "" : " \(name.detail)")
  }

  private func writeMatrix(_ section: ReportSection, to target: inout some TextOutputStream) {
    let matrix = report.matrix
    table(
      [report.face.rowAxis.word] + section.columns.map { name($0, report.face.columnAxis) }, ":-:", &target)
    for place in section.rows {
      row([head(place)] + section.columns.map { glyph(matrix[place, $0].state) }, &target)
    }
  }

  private func writeCounts(_ section: ReportSection, to target: inout some TextOutputStream) {
    table([report.face.rowAxis.word, "cells"], "---", &target)
    for place in section.rows {
      let counts = report.matrix.rowCounts[place]
      let words = CellState.allCases.filter { counts[$0] > 0 && $0 != .blank && $0 != .eligible }
        .map { "\(counts[$0]) \($0.word)" }.joined(separator: ", ")
      row([head(place), words], &target)
    }
  }

  private func glyph(_ state: CellState) -> String {
    state == .blank ? "" : text.prose(String(report.options.isASCII ? state.asciiGlyph : state.glyph))
  }

  private func writeLegend(to target: inout some TextOutputStream) {
    let words = report.face.states.map { "\(glyph($0)) \($0.word)" }
    target.write(
      "\nLegend: \(words.joined(separator: " · "))\n".replacing("·", with: report.options.isASCII ? "," : "·")
    )
  }

  private func writeProblems(to target: inout some TextOutputStream) {
    let counts = report.counts
    target.write("\n## Problems\n")
    if counts.problems == 0 { target.write("\n\(report.allClear)\n") }
    let face = report.face
    for state in report.listedStates where counts[state] > 0 {
      target.write("\n### \(glyph(state)) \(state.word) (\(counts[state]))\n\n")
      table([face.rowAxis.word, face.columnAxis.word, "cluster", "explanation", "reason"], "---", &target)
      report.forEachCell(in: state) { cell in
        let explanation = cell.explanation
        let identity = cell.cell.differsInIdentity ? "another identity: " : ""
        row(
          [
            head(cell.row), name(cell.column, face.columnAxis), text.code(cell.rowName.cluster.text),
            text.prose(identity + (explanation?.sentence ?? "")),
            text.prose(explanation?.reasons.first ?? ""),
          ], &target)
      }
    }
  }

  private func writeFindings(to target: inout some TextOutputStream) {
    let findings = report.picture.findings
    target.write("\n## Findings (\(findings.count))\n")
    for finding in findings {
      target.write(
        "\n### \(finding.card.id) \(finding.severity.rawValue): \(text.prose(finding.message))\n\n")
      for fact in finding.evidence(in: report.picture) { target.write("- \(text.prose(fact.words))\n") }
      target.write("- next, \(text.prose(finding.nextStep.place)): \(text.code(finding.nextStep.text))\n")
    }
    let notes = report.picture.muteNotes
    if notes.isEmpty { return }
    target.write("\n### \(text.prose(notes.joined(separator: ", ")))\n\n")
    for muted in report.picture.mutedFindings { target.write("- \(text.prose(muted.words))\n") }
  }

  private func writeOmissions(to target: inout some TextOutputStream) {
    let omissions = report.omissions
    if omissions.isEmpty { return }
    target.write("\nNot shown: \(omissions.map(text.prose).joined(separator: "; ")).\n")
  }
}
