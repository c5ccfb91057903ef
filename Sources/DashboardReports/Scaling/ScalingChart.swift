// The chart of the text report: characters with their axes.

import DashboardModel

/// The chart as lines of text.
struct ScalingChart {
  let lines: [String]

  init(_ report: ScalingReport, columns: Int, rows: Int) {
    let scaling = report.scaling
    let end = Double(scaling.chartHosts)
    let top = Double(Scaling.roundNumber(above: max(1, scaling.byHand(hosts: end, as: report.growth))))
    let chart = CharacterChart(
      columns: columns, rows: rows, isASCII: report.options.isASCII,
      today: scaling.hosts == 0 ? nil : Double(scaling.hosts) / end,
      byHand: { scaling.byHand(hosts: $0 * end, as: report.growth) / top },
      handedOver: { scaling.handedOver(hosts: $0 * end, as: report.growth) / top })
    let label = NumberText.grouped(Int(top))
    var lines: [String] = []
    for (place, row) in chart.rows.enumerated() {
      let mark = place == 0 ? label : place == rows - 1 ? "0" : ""
      lines.append(
        "  " + String(repeating: " ", count: max(0, 9 - mark.count)) + mark + " |"
          + String(row.map(\.character)))
    }
    let right = "\(NumberText.grouped(scaling.chartHosts)) hosts"
    lines.append(String(repeating: " ", count: 12) + "+" + String(repeating: "-", count: columns))
    lines.append(
      String(repeating: " ", count: 13) + "0"
        + String(repeating: " ", count: max(1, columns - 1 - right.count)) + right)
    self.lines = lines
  }
}
