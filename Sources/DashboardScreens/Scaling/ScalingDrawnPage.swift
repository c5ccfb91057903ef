// The scaling screen with its chart, for terminals of 60 columns and more.

import DashboardModel
import TerminalCanvas

/// Chart and figures side by side, then costs, upkeep and credspecs.
struct ScalingDrawnPage {
  private let scaling: Scaling
  private let upkeep: UpkeepComparison
  private let state: AppState
  private let columns: Int

  init(_ scaling: Scaling, _ upkeep: UpkeepComparison, _ state: AppState) {
    self.scaling = scaling
    self.upkeep = upkeep
    self.state = state
    columns = PageLayout.columns(on: state)
  }

  var lines: [PageLine] {
    chart + remarks + [.space] + costs + [.space] + upkeepLines + [.space] + credentialSpecs
  }

  private var isWide: Bool { columns >= 108 }

  // MARK: Chart and figures

  private var chart: [PageLine] {
    let beside = figures
    let plotColumns = max(16, columns - Self.axisColumns - Self.figureColumns)
    // An even number, so that the label in the middle stands at half of the one at the top.
    let room = min(24, PageLayout.bodyRows(on: state) * (isWide ? 32 : 36) / 100) / 2 * 2
    let rows = max(beside.count - 2, room)
    let chart = ScalingChartDrawing(
      scaling, state.scaling.growth, columns: plotColumns, rows: rows, theme: state.theme)
    return chart.rows.enumerated().map { place, spans in
      let side = beside.indices.contains(place) ? [PageSpan("  ")] + beside[place] : []
      return PageLine(.figure, spans + side, isVerbatim: true)
    }
  }

  static let axisColumns = 9
  private static let figureColumns = 37

  private var figures: [[PageSpan]] {
    let figures = scaling.total.figures
    func line(_ label: String, _ value: String, _ note: String = "", _ role: PageSpan.Role = .part(.dim))
      -> [PageSpan]
    {
      let number = String(repeating: " ", count: max(1, 18 - label.count - value.count)) + value
      return [PageSpan(label, role), PageSpan(number, .part(.figure)), .dim(note.isEmpty ? "" : "  \(note)")]
    }
    func count(_ number: Int) -> String { NumberText.grouped(number) }
    let (solid, dotted) = state.theme.glyphs.isASCII ? ("**", "..") : ("⠒⠒", "⠂⠂")
    return [
      line("\(solid) by hand", count(scaling.total.byHand), "copies", .part(.chartByHand)),
      line("\(dotted) needed now", count(scaling.total.handedOver), "copies", .part(.chartHandedOver)),
      line("   ratio", scaling.total.ratioText, "to 1"),
      [.dim(state.scaling.growth.words)],
      line(
        "lie there", count(figures.present),
        figures.notCompared == 0 ? "" : "\(count(figures.notCompared)) not compared"),
      line("  surplus", count(figures.surplus)),
      line("  missing", count(figures.missing + figures.atRisk)),
      line("handed over", count(scaling.handedOverToday), "today"),
      [],
      line(
        "hosts", count(scaling.hosts),
        scaling.unverifiedHosts == 0 ? "" : "\(count(scaling.unverifiedHosts)) unverified"),
      line("services", count(scaling.services), "x hosts"),
      line("  pairs", count(scaling.total.pairs)),
    ]
  }

  private var remarks: [PageLine] {
    scaling.remarks.map { sentence in
      PageLine(
        .figure,
        [PageSpan("\(state.theme.glyph(.unverified).text) ", .state(.unverified)), .dim(sentence)], hang: 2)
    }
  }

  // MARK: Costs

  private var costs: [PageLine] {
    let ways = DeliveryWay.allCases
    let cells = GrowthStep.allCases.map { step in
      ways.map { scaling.work(of: step, by: $0).words }
    }
    func widths(_ heads: [String]) -> [Int] {
      heads.indices.map { way in max(heads[way].count, cells.map { $0[way].count }.max() ?? 0) + 2 }
    }
    let steps = GrowthStep.allCases
    let long = ways.map(\.words)
    let longLabel = (steps.map(\.words.count).max() ?? 0) + 3
    let isLong = widths(long).reduce(longLabel, +) <= columns
    let heads = isLong ? long : ways.map(\.shortWords)
    let label = isLong ? longLabel : (steps.map(\.shortWords.count).max() ?? 0) + 3
    let columnWidths = widths(heads)
    func row(_ name: PageSpan, _ texts: [String], _ role: (String) -> PageSpan.Role) -> PageLine {
      let spans = zip(texts, columnWidths).map { PageSpan(Self.padded($0, $1), role($0)) }
      return PageLine(.figure, [PageSpan(Self.padded(name.text, label), name.role)] + spans, isVerbatim: true)
    }
    let title = PageSpan("What somebody has to do", .part(.group))
    let head =
      isLong
      ? [row(title, heads) { _ in .part(.axis) }]
      : [
        PageLine(.figure, [title, .dim(", for one more")], isVerbatim: true),
        row(PageSpan(""), heads) { _ in .part(.axis) },
      ]
    return head
      + zip(steps, cells).map { step, texts in
        row(PageSpan(" \(isLong ? step.words : step.shortWords)", .part(.rowHeader)), texts) {
          $0 == "nothing" ? .part(.dim) : .part(.figure)
        }
      }
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  // MARK: Upkeep

  private static let assumptionColumns = 46

  private var upkeepLines: [PageLine] {
    let keys =
      "\(state.keys.name(of: "assume more")) \(state.keys.name(of: "assume less")) change, \(state.keys.name(of: "open")) types"
    let title = [PageSpan("Upkeep by hand, assumed ", .part(.group)), .dim("(\(keys))")]
    let results = self.results
    guard isWide else {
      return results.map { PageLine(.figure, $0, indent: 1, isVerbatim: true) } + [verdict(indent: 1)]
        + [PageLine(.figure, title, isVerbatim: true)]
        + UpkeepAssumption.all.map { $0.line(upkeep.assumptions, columns: Self.assumptionColumns) }
    }
    let titleText = title.map(\.text).joined()
    let first = PageLine(
      .figure,
      title + [PageSpan(Self.padded("", Self.assumptionColumns + 5 - titleText.count))]
        + (results.first ?? []),
      isVerbatim: true)
    let rest = results.dropFirst() + [[], [.dim(upkeep.verdict)]]
    return [first]
      + UpkeepAssumption.all.enumerated().map { place, assumption in
        let beside = rest.indices.contains(place + 1) ? rest[place + 1] : []
        return assumption.line(
          upkeep.assumptions, columns: Self.assumptionColumns, beside: [PageSpan("    ")] + beside)
      }
  }

  private func verdict(indent: Int) -> PageLine { PageLine(.figure, [.dim(upkeep.verdict)], indent: indent) }

  /// Expected copies by day: computed, and what the simulation says of it.
  private var results: [[PageSpan]] {
    let number = ScalingTable.number
    func head(_ text: String, _ columns: Int) -> String { number(text, columns) }
    let heads =
      head("day", 5) + head("missing", 9) + head("simulated", 14) + head("surplus", 9) + head("simulated", 14)
      + head("failed/day", 12)
    return [[PageSpan(heads, .part(.axis))]]
      + upkeep.simulation.days.enumerated().map { place, day in
        let forecast = upkeep.forecast
        return [
          PageSpan(number(NumberText.decimal(day), 5)),
          PageSpan(number(NumberText.decimal(forecast.missing(day: day)), 9), .part(.figure)),
          .dim(number(upkeep.simulation.missing[place].range, 14)),
          PageSpan(number(NumberText.decimal(forecast.surplus(day: day)), 9), .part(.figure)),
          .dim(number(upkeep.simulation.surplus[place].range, 14)),
          PageSpan(number(NumberText.decimal(forecast.failedStarts(day: day)), 12), .part(.figure)),
        ]
      }
  }

  // MARK: Credential specs

  private var credentialSpecs: [PageLine] {
    let rows = scaling.mostFirst
    let heads = ScalingTable.heads(isWide: isWide)
    let nameColumns = min(36, max(12, columns - 1 - 12 - heads.count * 9))
    let title = Self.padded("Credspecs", nameColumns + 1)
    let head = PageLine(
      .figure,
      [
        PageSpan(title, .part(.group)), PageSpan("  delivery  ", .part(.axis)),
        PageSpan(heads.map { ScalingTable.number($0) }.joined(), .part(.axis)),
      ], isVerbatim: true)
    return [head] + rows.map { $0.line(nameColumns: nameColumns, isWide: isWide) }
  }
}
