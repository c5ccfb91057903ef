// The scaling screen: what the fleet costs in copies by hand, and what an orchestrator hands over.

import DashboardModel
import TerminalCanvas

/// Copies by hand against copies that are needed: a chart, the figures, what one more of each costs, upkeep, credspecs.
struct ScalingScreen: PageScreen {
  static let kind = ScreenKind.scaling

  func page(_ state: AppState) -> Page {
    guard let scaling = state.scaling.scaling, let upkeep = state.scaling.upkeep else {
      return Page(title: "Scaling", emptyText: "nothing was read yet")
    }
    let lines =
      Self.isDrawn(state)
      ? ScalingDrawnPage(scaling, upkeep, state).lines : ScalingWordPage(scaling, upkeep, state).lines
    return Page(title: "Scaling: \(scaling.headline)", lines: lines)
  }

  /// Whether there is room for a chart, and somebody who sees it.
  private static func isDrawn(_ state: AppState) -> Bool {
    !state.keys.isEmpty && ScreenSize(columns: state.columns, rows: state.rows) == .full
  }
}

extension UpkeepAssumption {
  /// The line of an assumption: `+` and `-` step it, Enter types it.
  func line(_ assumptions: UpkeepAssumptions, columns: Int, beside spans: [PageSpan] = []) -> PageLine {
    let value = text(assumptions)
    let blanks = String(repeating: " ", count: max(1, columns - words.count - value.count))
    return PageLine(
      .entry, [PageSpan("\(words)\(blanks)"), PageSpan(value, .part(.figure))] + spans, indent: 1, hang: 2,
      target: .assumption(name), copy: "--assume \(name)=\(value)", isVerbatim: !spans.isEmpty,
      selectedColumns: spans.isEmpty ? nil : columns + 3)
  }
}

extension ScalingRow {
  /// A credential spec in the table of the drawn page.
  func line(nameColumns: Int, isWide: Bool) -> PageLine {
    let figures = counts.figures
    var numbers = ["\(counts.references)", "\(counts.byHand)", "\(figures.present)", "\(counts.handedOver)"]
    if isWide {
      numbers += ["\(figures.surplus)", "\(figures.missing + figures.atRisk)", "\(figures.unverified)"]
    }
    numbers.append(counts.ratioText)
    let name = DisplayText(id.name).padded(to: nameColumns, clip: .middle).text
    let delivery = id.delivery.word + String(repeating: " ", count: 10 - id.delivery.word.count)
    return PageLine(
      .entry,
      [
        PageSpan(name), .dim("  \(delivery)"),
        PageSpan(numbers.map { ScalingTable.number($0) }.joined(), .part(.figure)),
      ], indent: 1, target: .object(.subject(.credentialSpec(id))), isVerbatim: true)
  }
}

/// Columns of the credspecs' table.
enum ScalingTable {
  /// A number or a heading, on the right of its column.
  static func number(_ text: String, columns: Int = 9) -> String {
    String(repeating: " ", count: max(1, columns - text.count)) + text
  }

  /// The headings.
  static func heads(isWide: Bool) -> [String] {
    ["services", "by hand", "lie", "needed"] + (isWide ? ["surplus", "missing", "unver"] : []) + ["ratio"]
  }
}
