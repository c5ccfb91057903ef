// What a report on scaling shows, whatever its format: figures, costs, curves, credential specs, upkeep.

package import DashboardModel

/// A report on scaling.
package struct ScalingReport: Sendable {
  /// The figures.
  package let scaling: Scaling
  /// The model of upkeep, computed and simulated.
  package let upkeep: UpkeepComparison
  /// What grows in the chart.
  package let growth: ScalingGrowth
  /// What the report is asked to show; its face counts for nothing here.
  package let options: ReportOptions
  let picture: Picture

  /// A report on a picture.
  package init(
    _ picture: Picture, assumptions: UpkeepAssumptions = UpkeepAssumptions(),
    growth: ScalingGrowth = .hostsAlone, options: ReportOptions
  ) {
    self.picture = picture
    scaling = Scaling(of: picture)
    upkeep = UpkeepComparison(scaling, assumptions)
    self.growth = growth
    self.options = options
  }

  /// The credential specs asked for, most copies by hand first; with `only problems`, those that some service refers to.
  var rows: [ScalingRow] {
    scaling.rows.filter { options.only == .all || $0.counts.references > 0 }
      .sorted { left, right in
        left.counts.byHand == right.counts.byHand
          ? left.place < right.place : left.counts.byHand > right.counts.byHand
      }
  }

  /// A point of the two curves.
  struct Point {
    let hosts: Int
    let byHand: Double
    let handedOver: Double
    let isToday: Bool
  }

  /// The curves at eight sizes of the fleet, and today.
  var points: [Point] {
    let end = scaling.chartHosts
    let sizes = Set((1...8).map { end * $0 / 8 } + [scaling.hosts]).sorted().filter { $0 > 0 }
    return sizes.map { hosts in
      Point(
        hosts: hosts, byHand: scaling.byHand(hosts: Double(hosts), as: growth),
        handedOver: scaling.handedOver(hosts: Double(hosts), as: growth), isToday: hosts == scaling.hosts)
    }
  }

  /// A line of the upkeep's table.
  struct UpkeepLine {
    let day: Double
    let missing: Double
    let missingPlayed: UpkeepEstimate
    let surplus: Double
    let surplusPlayed: UpkeepEstimate
    let failedStarts: Double
    let copies: Double
  }

  /// Expected copies at a quarter, a half, three quarters and the end of what is looked ahead.
  var upkeepLines: [UpkeepLine] {
    upkeep.simulation.days.enumerated().map { place, day in
      UpkeepLine(
        day: day, missing: upkeep.forecast.missing(day: day),
        missingPlayed: upkeep.simulation.missing[place], surplus: upkeep.forecast.surplus(day: day),
        surplusPlayed: upkeep.simulation.surplus[place],
        failedStarts: upkeep.forecast.failedStarts(day: day), copies: upkeep.forecast.copies(day: day))
    }
  }

  /// Whether computed and simulated values agree, in one sentence.
  var agreement: String {
    let distance = NumberText.decimal(upkeep.distance)
    let runs = "\(upkeep.simulation.runs) simulated runs of \(upkeep.simulation.places) places"
    return upkeep.agrees
      ? "\(runs) agree with the computed values: at most \(distance) standard errors apart"
      : "\(runs) do not agree with the computed values: up to \(distance) standard errors apart"
  }

  /// The title.
  var title: String { "gMSA scaling report" }
}

extension ScalingRow {
  /// What it does today: `handed over` by an orchestrator, or `by hand`.
  var today: String { isOrchestrated ? "handed over" : id.delivery == .image ? "in the image" : "by hand" }
}

/// Writes reports on scaling in one format.
protocol ScalingReportWriting: SendableMetatype {
  static func write(_ report: ScalingReport, to target: inout some TextOutputStream)
}
