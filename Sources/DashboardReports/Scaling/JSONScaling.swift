// The report on scaling for programs. docs/formats/scaling.schema.json is its contract; a test holds the two together.

import DashboardModel
import StructuredText

/// Writes JSON.
struct JSONScaling: ScalingReportWriting {
  /// Rises when a reader of the older shape would be wrong.
  static let version = 1

  static func write(_ report: ScalingReport, to target: inout some TextOutputStream) {
    var json = JSONWriter(target, quoting: JSONReport.quoting(isASCII: report.options.isASCII))
    json.object { json in
      json.member("format", "gmsa-tui-scaling")
      json.member("version", version)
      json.member("generatedAt", report.options.now.text)
      writeFleet(report, &json)
      writeCosts(report.scaling, &json)
      writeCurve(report, &json)
      json.key("credspecs")
      json.array { json in for row in report.rows { writeRow(row, &json) } }
      writeUpkeep(report, &json)
    }
    target = json.target
    target.write("\n")
  }

  private static func writeFleet<T>(_ report: ScalingReport, _ json: inout JSONWriter<T>) {
    let scaling = report.scaling
    json.key("clusters")
    json.array { json in for name in report.picture.snapshot.structure.clusters { json.value(name.text) } }
    json.member("hosts", scaling.hosts)
    json.member("services", scaling.services)
    json.member("credspecsInUse", scaling.credentialSpecsInUse)
    json.member("unverifiedHosts", scaling.unverifiedHosts)
    json.key("clustersReadInPart")
    json.array { json in for name in scaling.clustersReadInPart { json.value(name.text) } }
    json.key("total")
    json.object { json in
      writeCounts(scaling.total, &json)
      json.member("handedOverToday", scaling.handedOverToday)
    }
  }

  private static func writeCounts<T>(_ counts: ScalingCounts, _ json: inout JSONWriter<T>) {
    let figures = counts.figures
    for (name, number) in [
      ("services", counts.references), ("pairs", counts.pairs), ("byHand", counts.byHand),
      ("untoldHosts", counts.untoldHosts), ("replicas", counts.replicas), ("needed", counts.handedOver),
      ("present", figures.present), ("notCompared", figures.notCompared), ("surplus", figures.surplus),
      ("missing", figures.missing), ("atRisk", figures.atRisk), ("stale", figures.stale),
      ("unverified", figures.unverified),
    ] {
      json.member(name, number)
    }
    json.number("ratio", counts.ratio)
  }

  private static func writeCosts<T>(_ scaling: Scaling, _ json: inout JSONWriter<T>) {
    json.key("costs")
    json.array { json in
      for way in DeliveryWay.allCases {
        for step in GrowthStep.allCases {
          let work = scaling.work(of: step, by: way)
          json.object { json in
            json.member("way", way.rawValue)
            json.member("step", step.rawValue)
            json.number("copies", work.copies)
            json.number("builds", work.builds)
            json.number("pulls", work.pulls)
            json.number("objects", work.objects)
            json.number("deliveries", work.deliveries)
          }
        }
      }
    }
  }

  private static func writeCurve<T>(_ report: ScalingReport, _ json: inout JSONWriter<T>) {
    json.key("growth")
    json.object { json in
      json.member("what", report.growth.rawValue)
      json.key("points")
      json.array { json in
        for point in report.points {
          json.object { json in
            json.member("hosts", point.hosts)
            json.number("byHand", point.byHand)
            json.number("handedOver", point.handedOver)
            json.member("isToday", point.isToday)
          }
        }
      }
    }
  }

  private static func writeRow<T>(_ row: ScalingRow, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("cluster", row.id.cluster.text)
      json.member("delivery", row.id.delivery.word)
      json.member("name", row.id.name)
      json.member("today", row.today)
      writeCounts(row.counts, &json)
    }
  }

  private static func writeUpkeep<T>(_ report: ScalingReport, _ json: inout JSONWriter<T>) {
    json.key("upkeep")
    json.object { json in
      json.key("assumptions")
      json.object { json in
        for assumption in UpkeepAssumption.all {
          json.member(assumption.name, assumption.text(report.upkeep.assumptions))
        }
      }
      json.member("runs", report.upkeep.simulation.runs)
      json.member("playedPlaces", report.upkeep.simulation.places)
      json.number("standardErrorsApart", report.upkeep.distance)
      json.member("agrees", report.upkeep.agrees)
      json.key("days")
      json.array { json in for line in report.upkeepLines { writeLine(line, &json) } }
    }
  }

  private static func writeLine<T>(_ line: ScalingReport.UpkeepLine, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.number("day", line.day)
      json.number("missing", line.missing)
      json.number("missingSimulated", line.missingPlayed.mean)
      json.number("missingError", line.missingPlayed.error)
      json.number("surplus", line.surplus)
      json.number("surplusSimulated", line.surplusPlayed.mean)
      json.number("surplusError", line.surplusPlayed.error)
      json.number("failedStartsADay", line.failedStarts)
      json.number("copiesADay", line.copies)
    }
  }
}

extension JSONWriter {
  /// A member that is a number with at most three decimals, or null.
  fileprivate mutating func number(_ name: String, _ value: Double?) {
    key(name)
    guard let value, value.isFinite, abs(value) < 1e12 else { return self.value(number: "null") }
    let thousandths = Int((value * 1000).rounded())
    let whole = abs(thousandths) / 1000
    let rest = abs(thousandths) % 1000
    let sign = thousandths < 0 ? "-" : ""
    var decimals = String(rest)
    decimals = String(repeating: "0", count: 3 - decimals.count) + decimals
    self.value(number: rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(decimals)")
  }
}
