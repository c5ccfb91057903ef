// The report on scaling for issues and wikis.

import DashboardModel

/// Writes GitHub-flavoured Markdown.
struct MarkdownScaling: ScalingReportWriting {
  private let report: ScalingReport
  private let text: MarkdownText

  static func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    let writer = MarkdownScaling(report: report, text: MarkdownText(isASCII: report.options.isASCII))
    writer.writeHead(to: &target)
    writer.writeCosts(to: &target)
    writer.writeCurve(to: &target)
    writer.writeRows(to: &target)
    writer.writeUpkeep(to: &target)
    target.write("\n## Assumed\n\n")
    for sentence in Scaling.assumptions { target.write("- \(writer.text.prose(sentence))\n") }
  }

  private func table(_ heads: [String], _ rows: [[String]], to target: inout some TextOutputStream) {
    target.write("| " + heads.joined(separator: " | ") + " |\n")
    target.write("| " + heads.indices.map { $0 == 0 ? "---" : "--:" }.joined(separator: " | ") + " |\n")
    for row in rows { target.write("| " + row.joined(separator: " | ") + " |\n") }
  }

  private func writeHead(to target: inout some TextOutputStream) {
    target.write("# \(report.title)\n\n\(report.options.now.text)\n\n")
    target.write("**\(text.prose(report.scaling.headline))**\n\n")
    for remark in report.scaling.remarks { target.write("- not known: \(text.prose(remark))\n") }
    if !report.scaling.remarks.isEmpty { target.write("\n") }
    table(
      ["figure", "number", "what it counts"],
      report.scaling.labelled.map { [$0.label, $0.value, text.prose($0.meaning)] }, to: &target)
  }

  private func writeCosts(to target: inout some TextOutputStream) {
    target.write("\n## What somebody has to do, on average\n\n")
    table(
      ["way"] + GrowthStep.allCases.map(\.words),
      DeliveryWay.allCases.map { way in
        [way.words] + GrowthStep.allCases.map { report.scaling.work(of: $0, by: way).words }
      }, to: &target)
  }

  private func writeCurve(to target: inout some TextOutputStream) {
    target.write("\n## Copies over hosts: \(report.growth.words)\n\n")
    table(
      ["hosts", "by hand", "handed over"],
      report.points.map { point in
        let hosts = NumberText.grouped(point.hosts)
        return [
          point.isToday ? "**\(hosts)** (today)" : hosts, NumberText.decimal(point.byHand),
          NumberText.decimal(point.handedOver),
        ]
      }, to: &target)
  }

  private func writeRows(to target: inout some TextOutputStream) {
    target.write("\n## Credspecs\n\n")
    table(
      ["credspec", "cluster", "delivery", "services", "by hand", "lie there", "needed now", "ratio"],
      report.rows.map { row in
        [
          text.code(row.id.name), text.code(row.id.cluster.text), row.id.delivery.word,
          "\(row.counts.references)", "\(row.counts.byHand)", "\(row.counts.figures.present)",
          "\(row.counts.handedOver)", row.counts.ratioText,
        ]
      }, to: &target)
  }

  private func writeUpkeep(to target: inout some TextOutputStream) {
    target.write("\n## Upkeep of copies by hand\n\n")
    table(
      ["assumption", "value"],
      UpkeepAssumption.all.map { [text.prose($0.words), $0.text(report.upkeep.assumptions)] }, to: &target)
    target.write("\n")
    table(
      ["day", "missing", "simulated", "surplus", "simulated", "failed starts a day", "copies a day"],
      report.upkeepLines.map { line in
        [
          NumberText.decimal(line.day), NumberText.decimal(line.missing), line.missingPlayed.words,
          NumberText.decimal(line.surplus), line.surplusPlayed.words, NumberText.decimal(line.failedStarts),
          NumberText.decimal(line.copies),
        ].map(text.prose)
      }, to: &target)
    target.write("\n\(text.prose(report.agreement)).\n")
  }
}
