// The chart of the HTML report: inline SVG with a title and a description, in the page's own colours.

import DashboardModel

/// The chart as SVG. Lines differ in their dashes and their labels, not in colour alone.
struct ScalingSVG {
  let report: ScalingReport
  let text: HTMLText

  private static let width = 720.0
  private static let height = 320.0
  private static let left = 70.0
  private static let bottom = 40.0
  private static let right = 110.0
  private static let top = 16.0

  func write(to target: inout some TextOutputStream) {
    let id = "scaling-chart"
    target.write(
      "<figure>\n<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 320\" role=\"img\" "
        + "aria-labelledby=\"\(id)-title \(id)-desc\" style=\"max-width: 45rem; width: 100%\">\n")
    target.write("<title id=\"\(id)-title\">\(text.escape(title))</title>\n")
    target.write("<desc id=\"\(id)-desc\">\(text.escape(description))</desc>\n")
    writeAxes(to: &target)
    writeCurve(\.byHand, "by hand", "notice", dashes: "", to: &target)
    writeCurve(\.handedOver, "handed over", "page", dashes: " stroke-dasharray=\"6 4\"", to: &target)
    writeToday(to: &target)
    target.write("</svg>\n</figure>\n")
  }

  private var title: String { "Copies of credspecs over the number of hosts: \(report.growth.words)" }

  private var description: String {
    let points = report.points.map { point in
      "at \(NumberText.grouped(point.hosts)) hosts\(point.isToday ? ", today," : "") "
        + "\(NumberText.decimal(point.byHand)) by hand and \(NumberText.decimal(point.handedOver)) handed over"
    }
    return points.joined(separator: "; ") + "."
  }

  private var endHosts: Double { Double(report.scaling.chartHosts) }
  private var endCopies: Double {
    Double(Scaling.roundNumber(above: max(1, report.scaling.byHand(hosts: endHosts, as: report.growth))))
  }

  private func x(_ hosts: Double) -> Double {
    Self.left + hosts / endHosts * (Self.width - Self.left - Self.right)
  }
  private func y(_ copies: Double) -> Double {
    Self.height - Self.bottom - copies / endCopies * (Self.height - Self.bottom - Self.top)
  }

  private func writeAxes(to target: inout some TextOutputStream) {
    let ink = "var(--quiet-ink)"
    target.write(
      "<g stroke=\"\(ink)\" stroke-width=\"1\"><line x1=\"\(n(x(0)))\" y1=\"\(n(y(0)))\" "
        + "x2=\"\(n(x(endHosts)))\" y2=\"\(n(y(0)))\"/><line x1=\"\(n(x(0)))\" y1=\"\(n(y(0)))\" "
        + "x2=\"\(n(x(0)))\" y2=\"\(n(y(endCopies)))\"/></g>\n")
    target.write("<g fill=\"\(ink)\" font-size=\"12\">")
    for part in 0...4 {
      let copies = endCopies * Double(part) / 4
      target.write(
        "<text x=\"\(n(x(0) - 8))\" y=\"\(n(y(copies) + 4))\" text-anchor=\"end\">"
          + "\(NumberText.decimal(copies))</text>")
      let hosts = endHosts * Double(part) / 4
      target.write(
        "<text x=\"\(n(x(hosts)))\" y=\"\(n(y(0) + 18))\" text-anchor=\"middle\">"
          + "\(NumberText.decimal(hosts))\(part == 4 ? " hosts" : "")</text>")
    }
    target.write("</g>\n")
  }

  private func writeCurve(
    _ member: KeyPath<ScalingReport.Point, Double>, _ label: String, _ colour: String, dashes: String,
    to target: inout some TextOutputStream
  ) {
    let samples = (0...60).map { endHosts * Double($0) / 60 }
    let path = samples.map { hosts in
      let point = ScalingReport.Point(
        hosts: Int(hosts), byHand: report.scaling.byHand(hosts: hosts, as: report.growth),
        handedOver: report.scaling.handedOver(hosts: hosts, as: report.growth), isToday: false)
      return "\(n(x(hosts))),\(n(y(point[keyPath: member])))"
    }
    target.write(
      "<polyline fill=\"none\" stroke=\"var(--\(colour)-ink)\" stroke-width=\"2.5\"\(dashes) points=\""
        + path.joined(separator: " ") + "\"/>\n")
    let last = ScalingReport.Point(
      hosts: Int(endHosts), byHand: report.scaling.byHand(hosts: endHosts, as: report.growth),
      handedOver: report.scaling.handedOver(hosts: endHosts, as: report.growth), isToday: false)
    target.write(
      "<text x=\"\(n(x(endHosts) + 8))\" y=\"\(n(y(last[keyPath: member]) + 4))\" font-size=\"13\" "
        + "fill=\"var(--\(colour)-ink)\">\(label)</text>\n")
  }

  private func writeToday(to target: inout some TextOutputStream) {
    let hosts = Double(report.scaling.hosts)
    if hosts == 0 { return }
    target.write(
      "<g stroke=\"var(--quiet-ink)\" stroke-dasharray=\"2 3\"><line x1=\"\(n(x(hosts)))\" y1=\"\(n(y(0)))\" "
        + "x2=\"\(n(x(hosts)))\" y2=\"\(n(y(endCopies)))\"/></g>\n")
    for copies in [report.scaling.total.byHand, report.scaling.total.handedOver] {
      target.write(
        "<circle cx=\"\(n(x(hosts)))\" cy=\"\(n(y(Double(copies))))\" r=\"4.5\" fill=\"var(--page-ink)\"/>\n")
    }
    target.write(
      "<text x=\"\(n(x(hosts) + 6))\" y=\"\(n(Self.top + 8))\" font-size=\"12\" fill=\"var(--quiet-ink)\">"
        + "today, \(NumberText.grouped(report.scaling.hosts)) hosts</text>\n")
  }

  /// A coordinate with one decimal.
  private func n(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
