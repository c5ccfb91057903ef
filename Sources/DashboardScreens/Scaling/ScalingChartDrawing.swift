// The chart of the scaling screen: the plot with its axes, as rows of styled text.

import DashboardModel
import TerminalCanvas

/// The chart: so many rows of plot, then the axis and its labels.
struct ScalingChartDrawing {
  private(set) var rows: [[PageSpan]] = []

  /// A chart whose plot has so many columns and rows.
  init(_ scaling: Scaling, _ growth: ScalingGrowth, columns: Int, rows count: Int, theme: Theme) {
    let end = Double(scaling.chartHosts)
    let top = Double(Scaling.roundNumber(above: max(1, scaling.byHand(hosts: end, as: growth))))
    let today = scaling.hosts == 0 ? nil : Double(scaling.hosts) / end
    let chart = CharacterChart(
      columns: columns, rows: count, isASCII: theme.glyphs.isASCII, today: today,
      byHand: { scaling.byHand(hosts: $0 * end, as: growth) / top },
      handedOver: { scaling.handedOver(hosts: $0 * end, as: growth) / top })
    let axis = theme.glyphs.vertical.text
    for (place, row) in chart.rows.enumerated() {
      let value = top * Double(count - place) / Double(count)
      let isLabelled = place == 0 || place == count / 2
      let label = isLabelled ? NumberText.decimal(value.rounded()) : ""
      rows.append([.dim(Self.right(label, Self.labelColumns) + axis)] + Self.spans(of: row))
    }
    rows.append([.dim(Self.right("0", Self.labelColumns) + Self.axis(columns, theme))])
    rows.append([.dim(Self.labels(scaling, growth, columns: columns))])
  }

  private static let labelColumns = ScalingDrawnPage.axisColumns - 1

  /// Neighbours of one series are one span.
  private static func spans(of row: [CharacterChart.Mark]) -> [PageSpan] {
    var spans: [PageSpan] = []
    for mark in row {
      let role = role(mark.series)
      if spans.last?.role == role {
        spans[spans.count - 1].text.append(mark.character)
      } else {
        spans.append(PageSpan(String(mark.character), role))
      }
    }
    return spans
  }

  private static func role(_ series: CharacterChart.Series) -> PageSpan.Role {
    switch series {
    case .byHand: .part(.chartByHand)
    case .handedOver: .part(.chartHandedOver)
    case .today: .part(.figure)
    case .none: .part(.dim)
    }
  }

  private static func axis(_ columns: Int, _ theme: Theme) -> String {
    "+" + String(repeating: theme.glyphs.horizontal.text, count: columns)
  }

  /// `0`, today's hosts below their mark, the end, and what grows.
  private static func labels(_ scaling: Scaling, _ growth: ScalingGrowth, columns: Int) -> String {
    var line = Array(repeating: Character(" "), count: ScalingDrawnPage.axisColumns + columns)
    func put(_ text: String, at start: Int) {
      for (offset, character) in text.enumerated() where line.indices.contains(start + offset) {
        line[start + offset] = character
      }
    }
    let end = "\(NumberText.grouped(scaling.chartHosts)) hosts"
    put(end, at: line.count - end.count)
    let today = "today \(NumberText.grouped(scaling.hosts))"
    let place =
      ScalingDrawnPage.axisColumns + scaling.hosts * columns / max(1, scaling.chartHosts) - today.count / 2
    put(today, at: max(ScalingDrawnPage.axisColumns, place))
    return String(line)
  }

  private static func right(_ text: String, _ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - text.count - 1)) + text + " "
  }
}
