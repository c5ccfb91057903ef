// The report on scaling for browsers and print: one file, no script, the chart as an image that can be read aloud.

import DashboardModel

/// Writes HTML 5 that is well-formed XML too.
struct HTMLScaling: ScalingReportWriting {
  private let report: ScalingReport
  private let text: HTMLText

  static func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    let writer = HTMLScaling(report: report, text: HTMLText(isASCII: report.options.isASCII))
    HTMLFrame(title: report.title, now: report.options.now, text: writer.text).writeHead(to: &target)
    writer.writeFigures(to: &target)
    ScalingSVG(report: report, text: writer.text).write(to: &target)
    writer.writeTables(to: &target)
    target.write("<h2>Assumed</h2>\n<ul>\n")
    for sentence in Scaling.assumptions { target.write("<li>\(writer.text.escape(sentence))</li>\n") }
    target.write("</ul>\n")
    HTMLFrame.writeEnd(to: &target)
  }

  private func writeFigures(to target: inout some TextOutputStream) {
    target.write("<p><strong>\(text.escape(report.scaling.headline))</strong></p>\n")
    if !report.scaling.remarks.isEmpty {
      target.write("<h2>Not known</h2>\n<ul>\n")
      for remark in report.scaling.remarks { target.write("<li>\(text.escape(remark))</li>\n") }
      target.write("</ul>\n")
    }
    target.write("<dl class=\"figures\">\n")
    for figure in report.scaling.labelled {
      target.write("<div><dt title=\"\(text.escape(figure.meaning))\">\(figure.label)</dt>")
      target.write("<dd>\(figure.value)</dd></div>\n")
    }
    target.write("</dl>\n")
  }

  private func writeTables(to target: inout some TextOutputStream) {
    table(
      "What somebody has to do, on average", ["way"] + GrowthStep.allCases.map(\.words),
      DeliveryWay.allCases.map { way in
        [way.words] + GrowthStep.allCases.map { report.scaling.work(of: $0, by: way).words }
      }, to: &target)
    table(
      "Copies over hosts: \(report.growth.words)", ["hosts", "by hand", "handed over"],
      report.points.map { point in
        [
          NumberText.grouped(point.hosts) + (point.isToday ? " (today)" : ""),
          NumberText.decimal(point.byHand), NumberText.decimal(point.handedOver),
        ]
      }, to: &target)
    table(
      "Credspecs",
      ["credspec", "cluster", "delivery", "services", "by hand", "lie there", "needed now", "ratio"],
      report.rows.map { row in
        [
          row.id.name, row.id.cluster.text, row.id.delivery.word, "\(row.counts.references)",
          "\(row.counts.byHand)", "\(row.counts.figures.present)", "\(row.counts.handedOver)",
          row.counts.ratioText,
        ]
      }, to: &target)
    table(
      "Upkeep: what is assumed", ["assumption", "value"],
      UpkeepAssumption.all.map { [$0.words, $0.text(report.upkeep.assumptions)] }, to: &target)
    table(
      "Upkeep: what is to be expected",
      ["day", "missing", "simulated", "surplus", "simulated", "failed starts a day", "copies a day"],
      report.upkeepLines.map { line in
        [
          NumberText.decimal(line.day), NumberText.decimal(line.missing), line.missingPlayed.words,
          NumberText.decimal(line.surplus), line.surplusPlayed.words, NumberText.decimal(line.failedStarts),
          NumberText.decimal(line.copies),
        ]
      }, to: &target)
    target.write("<p>\(text.escape(report.agreement)).</p>\n")
  }

  private func table(
    _ title: String, _ heads: [String], _ rows: [[String]], to target: inout some TextOutputStream
  ) {
    target.write("<div class=\"wide\">\n<table>\n<caption>\(text.escape(title))</caption>\n<thead><tr>")
    for head in heads { target.write("<th scope=\"col\">\(text.escape(head))</th>") }
    target.write("</tr></thead>\n<tbody>\n")
    for row in rows {
      target.write("<tr><th scope=\"row\">\(text.name(row.first ?? ""))</th>")
      for cell in row.dropFirst() { target.write("<td>\(text.escape(cell))</td>") }
      target.write("</tr>\n")
    }
    target.write("</tbody>\n</table>\n</div>\n")
  }
}
