// The report on scaling for people who read it in a pipe or a mail: 80 columns.

import DashboardModel

/// Writes text of 80 columns.
struct TextScaling: ScalingReportWriting {
  private let report: ScalingReport
  private let wrap: TextWrap

  static func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    let text = TextScaling(
      report: report, wrap: TextWrap(width: 80, isASCII: report.options.isASCII))
    text.writeHead(to: &target)
    text.writeChart(to: &target)
    text.writeCosts(to: &target)
    text.writeRows(to: &target)
    text.writeUpkeep(to: &target)
    target.write("\nassumed\n")
    for sentence in Scaling.assumptions { text.wrap.write("  - ", sentence, to: &target) }
  }

  private func line(_ text: String, _ target: inout some TextOutputStream) {
    target.write(
      TextWrap.trimmed(SafeText(text, isASCII: report.options.isASCII).text) + "\n")
  }

  private func writeHead(to target: inout some TextOutputStream) {
    line("\(report.title), \(report.options.now.text)", &target)
    target.write("\n")
    let clusters = report.picture.snapshot.structure.clusters.map(\.text).joined(separator: ", ")
    wrap.write("Clusters    ", clusters, to: &target)
    wrap.write("In short    ", report.scaling.headline, to: &target)
    for remark in report.scaling.remarks { wrap.write("Not known   ", remark, to: &target) }
    target.write("\n")
    for figure in report.scaling.labelled {
      line("  \(figure.label.cell(12))\(figure.value.number(9))  \(figure.meaning)", &target)
    }
  }

  private func writeChart(to target: inout some TextOutputStream) {
    let points = report.points
    target.write("\n")
    wrap.write("", "copies over hosts: \(report.growth.words)", to: &target)
    let chart = ScalingChart(report, columns: 62, rows: 12)
    for text in chart.lines { line(text, &target) }
    target.write("\n")
    line("  \("hosts".number(9))\("by hand".number(12))\("handed over".number(14))", &target)
    for point in points {
      let today = point.isToday ? "   today" : ""
      line(
        "  \(NumberText.grouped(point.hosts).number(9))\(NumberText.decimal(point.byHand).number(12))"
          + "\(NumberText.decimal(point.handedOver).number(14))\(today)", &target)
    }
  }

  private func writeCosts(to target: inout some TextOutputStream) {
    target.write("\nwhat somebody has to do, on average\n")
    for way in DeliveryWay.allCases {
      line("  \(way.words)", &target)
      for step in GrowthStep.allCases {
        wrap.write(
          "    \(step.words.cell(26))", report.scaling.work(of: step, by: way).words, to: &target)
      }
    }
  }

  private func writeRows(to target: inout some TextOutputStream) {
    let rows = report.rows
    target.write("\n")
    line(
      "\("credspec".cell(30))\("delivery".cell(10))\("services".number(8))\("by hand".number(9))"
        + "\("lie".number(7))\("needed".number(8))\("ratio".number(7))", &target)
    for row in rows {
      let counts = row.counts
      let name = SafeText(row.id.name, isASCII: report.options.isASCII).clipped(to: 29)
      line(
        "\(name.padded(to: 30))\(row.id.delivery.word.cell(10))\("\(counts.references)".number(8))"
          + "\("\(counts.byHand)".number(9))\("\(counts.figures.present)".number(7))"
          + "\("\(counts.handedOver)".number(8))\(counts.ratioText.number(7))", &target)
    }
    if rows.isEmpty { line("  no service refers to a credspec", &target) }
  }

  private func writeUpkeep(to target: inout some TextOutputStream) {
    target.write("\nupkeep of copies by hand\n")
    for assumption in UpkeepAssumption.all {
      line(
        "  \(assumption.words.cell(42))\(assumption.text(report.upkeep.assumptions).cell(14))"
          + "--assume \(assumption.name)=…", &target)
    }
    target.write("\n")
    line(
      "  \("day".number(6))\("missing".number(10))\("simulated".number(16))\("surplus".number(10))"
        + "\("simulated".number(16))\("failed/day".number(12))", &target)
    for upkeep in report.upkeepLines {
      line(
        "  \(NumberText.decimal(upkeep.day).number(6))\(NumberText.decimal(upkeep.missing).number(10))"
          + "\(upkeep.missingPlayed.words.number(16))\(NumberText.decimal(upkeep.surplus).number(10))"
          + "\(upkeep.surplusPlayed.words.number(16))\(NumberText.decimal(upkeep.failedStarts).number(12))",
        &target)
    }
    wrap.write("  ", report.agreement, to: &target)
  }
}

extension UpkeepEstimate {
  /// `12.4 +- 0.8`: the average and twice its standard error.
  var words: String { "\(NumberText.decimal(mean)) +- \(NumberText.decimal(error * 2))" }
}

extension String {
  /// Filled with blanks on the right.
  fileprivate func cell(_ width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
  /// Filled with blanks on the left.
  fileprivate func number(_ width: Int) -> String {
    String(repeating: " ", count: max(1, width - count)) + self
  }
}
