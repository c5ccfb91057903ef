// Rules, causes and the pages that show them, on the large fleet.

import DashboardModel
import DashboardScreens
import TerminalCanvas

extension FleetBenchmark {
  /// All rules with whom their findings touch, then the causes. Other mutes, of which there are none, group anew.
  func time(rulesOf picture: Picture, _ report: inout FigureReport) {
    report.time("all rules, all causes", under: .milliseconds(200), runs: 9) {
      for rule in RuleCatalogue.all { Self.ask(rule, in: picture) }
      Self.group(picture)
    }
    report.time("of these, the causes", runs: 9) { Self.group(picture) }
  }

  private static func ask<Rule: FindingRule>(_ rule: Rule.Type, in picture: Picture) {
    for found in rule.findings(in: picture) {
      keep(found.reach(in: picture))
      keep(found.causeKey)
    }
  }

  private static func group(_ picture: Picture) {
    let day = Timestamp(milliseconds: 1_780_000_000_000)
    keep(picture.muted(by: Muting([], on: CalendarDay(day))))
  }

  /// Filters typed letter by letter: the letter that costs most.
  func time(filtersOn state: AppState, _ report: inout FigureReport) {
    for text in ["state=missing", "severity>=warning host=win", "age>5m"] {
      var before = state
      _ = update(&before, .keyPressed(.character("/")))
      var slowest = (cost: Duration.zero, typed: "", key: Character(" "), before: before)
      var typed = ""
      for key in text {
        typed.append(key)
        var after = before
        let costs = (0..<3).map { _ in
          report.cost(of: {
            after = before
            _ = update(&after, .keyPressed(.character(key)))
          })
        }
        if let cost = costs.min(), cost > slowest.cost { slowest = (cost, typed, key, before) }
        before = after
      }
      report.time("filter \(text), slowest at \(slowest.typed)", under: .milliseconds(30), runs: 31) {
        var after = slowest.before
        _ = update(&after, .keyPressed(.character(slowest.key)))
        keep(after)
      }
    }
  }

  /// Pages with their first frame.
  func time(pagesOn state: AppState, _ report: inout FigureReport) {
    for (words, key) in [
      ("the why screen opens, with its frame", Key.enter),
      ("findings open, with their frame", .character("f")),
    ] {
      report.time(words, under: .milliseconds(30), runs: 31) {
        var after = state
        _ = update(&after, .keyPressed(key))
        keep(draw(after))
      }
    }
  }
}
