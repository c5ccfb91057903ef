// The report for browsers, mail and print: one file, no script, readable by a screen reader.

import DashboardModel

/// Writes HTML 5 that is well-formed XML too.
struct HTMLReport: ReportWriting {
  let report: Report
  let text: HTMLText

  static func write(_ report: Report, to target: inout some TextOutputStream) {
    let writer = HTMLReport(report: report, text: HTMLText(isASCII: report.options.isASCII))
    let title = "gMSA report: \(report.face.title)"
    HTMLFrame(title: title, now: report.options.now, text: writer.text).writeHead(to: &target)
    writer.writeFigures(to: &target)
    writer.writeFeeds(to: &target)
    writer.writeGaps(to: &target)
    for section in report.sections where !section.isEmpty {
      HTMLMatrix(report, section, writer.text).write(to: &target)
    }
    writer.writeLegend(to: &target)
    writer.writeProblems(to: &target)
    writer.writeFindings(to: &target)
    writer.writeOmissions(to: &target)
    HTMLFrame.writeEnd(to: &target)
  }

  private func writeFigures(to target: inout some TextOutputStream) {
    target.write("<dl class=\"figures\">\n")
    for figure in report.picture.figures.labelled {
      let note = figure.note.map { " <small>\(text.escape($0))</small>" } ?? ""
      target.write("<div><dt>\(figure.label)</dt><dd>\(figure.value)\(note)</dd></div>\n")
    }
    target.write("</dl>\n")
  }

  private func writeFeeds(to target: inout some TextOutputStream) {
    target.write("<table>\n<caption>Feeds</caption>\n<thead><tr>")
    target.write("<th scope=\"col\">feed</th><th scope=\"col\">clusters</th><th scope=\"col\">state</th>")
    target.write("</tr></thead>\n<tbody>\n")
    for feed in report.picture.snapshot.feeds {
      let clusters = feed.clusters.map { text.name($0.text) }.joined(separator: ", ")
      target.write("<tr><th scope=\"row\">\(text.name(feed.feed.text))</th><td>\(clusters)</td>")
      let mark = !(feed.status.isBroken || feed.status.isReading) ? "" : " class=\"warning\""
      target.write("<td\(mark)>\(text.escape(feed.words(at: report.options.now)))</td></tr>\n")
    }
    target.write("</tbody>\n</table>\n")
  }

  private func writeGaps(to target: inout some TextOutputStream) {
    let structure = report.picture.snapshot.structure
    if structure.gaps.isEmpty, structure.unreadable.isEmpty { return }
    target.write("<h2>Not read</h2>\n<ul>\n")
    for item in structure.unreadable { target.write("<li>unreadable: \(text.escape(item.words))</li>\n") }
    for sentence in structure.gapSentences { target.write("<li>\(text.escape(sentence))</li>\n") }
    target.write("</ul>\n")
  }

  private func writeLegend(to target: inout some TextOutputStream) {
    target.write("<h2>Legend</h2>\n<ul class=\"legend\">\n")
    for state in report.face.states {
      let style = HTMLPalette.name(of: Cell(state))
      target.write("<li><span class=\"glyph \(style)\" aria-hidden=\"true\">\(glyph(state))</span> ")
      target.write("\(state.word)</li>\n")
    }
    target.write("</ul>\n")
  }

  private func glyph(_ state: CellState) -> String {
    text.escape(String(report.options.isASCII ? state.asciiGlyph : state.glyph))
  }

  private func writeProblems(to target: inout some TextOutputStream) {
    let counts = report.counts
    target.write("<h2>Problems</h2>\n")
    if counts.problems == 0 { target.write("<p>\(report.allClear)</p>\n") }
    let axes = [report.face.rowAxis, report.face.columnAxis].map(\.word)
    for state in report.listedStates where counts[state] > 0 {
      let style = HTMLPalette.name(of: Cell(state))
      target.write("<h3><span class=\"tag \(style)\"><span aria-hidden=\"true\">\(glyph(state))</span> ")
      target.write("\(state.word)</span> (\(counts[state]))</h3>\n<div class=\"wide\">\n<table>\n<thead><tr>")
      for head in axes + ["cluster", "explanation", "reason"] {
        target.write("<th scope=\"col\">\(head)</th>")
      }
      target.write("</tr></thead>\n<tbody>\n")
      report.forEachCell(in: state) { cell in writeProblem(cell, to: &target) }
      target.write("</tbody>\n</table>\n</div>\n")
    }
  }

  private func writeProblem(_ cell: ReportCell, to target: inout some TextOutputStream) {
    let explanation = cell.explanation
    let (row, column) = (cell.rowName, cell.columnName)
    let identity = cell.cell.differsInIdentity ? "<strong>another identity</strong>: " : ""
    let detail = row.detail.isEmpty ? "" : " <small>\(row.detail)</small>"
    target.write("<tr><th scope=\"row\">\(text.name(row.label))\(detail)</th>")
    target.write("<td>\(text.name(column.label))</td><td>\(text.name(row.cluster.text))</td>")
    target.write("<td>\(identity)\(text.escape(explanation?.sentence ?? ""))</td>")
    target.write("<td>\(text.escape(explanation?.reasons.first ?? ""))</td></tr>\n")
  }

  private func writeFindings(to target: inout some TextOutputStream) {
    let findings = report.picture.findings
    target.write("<h2>Findings (\(findings.count))</h2>\n")
    for finding in findings {
      let severity = finding.severity.rawValue
      target.write("<h3>\(finding.card.id) <span class=\"tag \(severity)\">\(severity)</span> ")
      target.write("\(text.escape(finding.message))</h3>\n<ul>\n")
      for fact in finding.evidence(in: report.picture) {
        target.write("<li>\(text.escape(fact.words))</li>\n")
      }
      target.write("<li>next, \(text.escape(finding.nextStep.place)): ")
      target.write("<code>\(text.escape(finding.nextStep.text))</code></li>\n</ul>\n")
    }
    let notes = report.picture.muteNotes
    if notes.isEmpty { return }
    target.write("<h3>\(text.escape(notes.joined(separator: ", ")))</h3>\n")
    if report.picture.mutedFindings.isEmpty { return }
    target.write("<ul>\n")
    for muted in report.picture.mutedFindings { target.write("<li>\(text.escape(muted.words))</li>\n") }
    target.write("</ul>\n")
  }

  private func writeOmissions(to target: inout some TextOutputStream) {
    let omissions = report.omissions
    if omissions.isEmpty { return }
    target.write("<h2>Not shown</h2>\n<ul>\n")
    for omission in omissions { target.write("<li>\(text.escape(omission))</li>\n") }
    target.write("</ul>\n")
  }
}
