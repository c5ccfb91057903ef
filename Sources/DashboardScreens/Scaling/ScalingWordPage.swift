// The scaling screen in words: where there is no room for a chart, and for those who listen.

import DashboardModel

/// Everything that the drawn page shows, as lines of words.
struct ScalingWordPage {
  private let scaling: Scaling
  private let upkeep: UpkeepComparison
  private let state: AppState

  init(_ scaling: Scaling, _ upkeep: UpkeepComparison, _ state: AppState) {
    self.scaling = scaling
    self.upkeep = upkeep
    self.state = state
  }

  var lines: [PageLine] {
    figures + curve + costs + upkeepLines + assumptions + credentialSpecs
  }

  private var figures: [PageLine] {
    var lines = scaling.labelled.map { figure in
      PageLine(
        [PageSpan("\(figure.label) "), PageSpan(figure.value, .part(.figure)), .dim(": \(figure.meaning)")])
    }
    lines += scaling.remarks.map { PageLine([PageSpan("not known: ", .state(.unverified)), PageSpan($0)]) }
    return lines + [.space]
  }

  private var curve: [PageLine] {
    let growth = state.scaling.growth
    let sizes = [0.5, 1, 2, 4].map { Double(scaling.hosts) * $0 }
    return [.heading("As the fleet grows: \(growth.words)")]
      + sizes.filter { $0 > 0 }.map { hosts in
        let today = hosts == Double(scaling.hosts) ? ", today" : ""
        return PageLine([
          PageSpan(
            "\(NumberText.decimal(hosts)) hosts\(today): "
              + "\(NumberText.decimal(scaling.byHand(hosts: hosts, as: growth))) copies by hand, "
              + "\(NumberText.decimal(scaling.handedOver(hosts: hosts, as: growth))) handed over")
        ])
      } + [.space]
  }

  private var costs: [PageLine] {
    [.heading("What somebody has to do, on average")]
      + DeliveryWay.allCases.map { way in
        let parts = GrowthStep.allCases.map { "\($0.words): \(scaling.work(of: $0, by: way).words)" }
        return PageLine([PageSpan("\(way.words): ", .part(.group)), PageSpan(parts.joined(separator: "; "))])
      } + [.space]
  }

  private var upkeepLines: [PageLine] {
    [.heading("Upkeep of copies by hand")]
      + upkeep.simulation.days.enumerated().map { place, day in
        let (missing, surplus) = (upkeep.simulation.missing[place], upkeep.simulation.surplus[place])
        return PageLine([
          PageSpan(
            "after \(NumberText.decimal(day)) days: "
              + "\(NumberText.decimal(upkeep.forecast.missing(day: day))) missing "
              + "(simulated \(missing.range)), "
              + "\(NumberText.decimal(upkeep.forecast.surplus(day: day))) surplus "
              + "(simulated \(surplus.range)), "
              + "\(NumberText.decimal(upkeep.forecast.failedStarts(day: day))) failed starts a day")
        ])
      } + [PageLine([PageSpan(upkeep.verdict)]), .space]
  }

  private var assumptions: [PageLine] {
    [.heading("Assumed of it: assume more, assume less, or assume NAME=VALUE")]
      + UpkeepAssumption.all.map { assumption in
        PageLine(
          [
            PageSpan("\(assumption.words): "),
            PageSpan(assumption.text(upkeep.assumptions), .part(.figure)), .dim(" (\(assumption.name))"),
          ], target: .assumption(assumption.name),
          copy: "--assume \(assumption.name)=\(assumption.text(upkeep.assumptions))")
      } + [.space]
  }

  private var credentialSpecs: [PageLine] {
    [.heading("Credspecs, most copies by hand first")]
      + scaling.mostFirst.map { row in
        PageLine(
          [
            PageSpan("\(row.id.name) "), .dim("(\(row.id.delivery.word)): "),
            PageSpan(
              "\(row.counts.byHand) by hand, \(row.counts.figures.present) lie there, "
                + "\(row.counts.handedOver) needed now, ratio \(row.counts.ratioText)"
                + (row.counts.figures.unverified == 0 ? "" : ", \(row.counts.figures.unverified) unverified")),
          ], target: .object(.subject(.credentialSpec(row.id))))
      }
  }
}

extension UpkeepEstimate {
  /// `11.6 to 13.2`: the average with two standard errors to both sides.
  var range: String {
    "\(NumberText.decimal(max(0, mean - 2 * error))) to \(NumberText.decimal(mean + 2 * error))"
  }
}

extension UpkeepComparison {
  /// Whether both agree, in one sentence.
  var verdict: String {
    let apart = "\(NumberText.decimal(distance)) standard errors apart, \(simulation.runs) runs"
    return "computed and simulated \(agrees ? "agree" : "differ"): \(apart)"
  }
}

extension Scaling {
  /// Credential specs that are referred to, or that lie somewhere; most copies by hand first.
  var mostFirst: [ScalingRow] {
    rows.filter { $0.counts.references > 0 || $0.counts.figures.present > 0 }
      .sorted { left, right in
        left.counts.byHand == right.counts.byHand
          ? left.place < right.place : left.counts.byHand > right.counts.byHand
      }
  }
}
