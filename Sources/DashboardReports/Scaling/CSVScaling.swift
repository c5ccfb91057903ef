// The report on scaling for spreadsheets: a credential spec a line.

import DashboardModel

/// Writes CSV: UTF-8, a header line, CRLF after each line. Sums, costs and upkeep are in the other formats.
struct CSVScaling: ScalingReportWriting {
  /// The columns.
  static let header = [
    "cluster", "delivery", "credspec", "today", "services", "pairs", "by_hand", "untold_hosts", "replicas",
    "needed", "present", "not_compared", "surplus", "missing", "at_risk", "stale", "unverified", "ratio",
  ]

  static func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    target.write(header.joined(separator: ",") + "\r\n")
    for row in report.rows {
      let fields = fields(of: row).map { CSVReport.field($0, isASCII: report.options.isASCII) }
      target.write(fields.joined(separator: ",") + "\r\n")
    }
  }

  private static func fields(of row: ScalingRow) -> [String] {
    let counts = row.counts
    let figures = counts.figures
    let numbers = [
      counts.references, counts.pairs, counts.byHand, counts.untoldHosts, counts.replicas, counts.handedOver,
      figures.present, figures.notCompared, figures.surplus, figures.missing, figures.atRisk, figures.stale,
      figures.unverified,
    ]
    return [row.id.cluster.text, row.id.delivery.word, row.id.name, row.today] + numbers.map(String.init)
      + [counts.ratio == nil ? "" : counts.ratioText.replacing(",", with: "")]
  }
}
