// Commands of the scaling screen.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let scalingCommands: [Command] = [
    Command(
      "scaling", ["c"], "What the fleet costs in copies: by hand against what an orchestrator delivers",
      on: ScreenKind.everywhere.subtracting([.scaling]),
      disabled: { $0.picture == nil ? "nothing was read yet" : nil }
    ) { state in state.open(ScalingScreen()) },
    Command(
      "growth", ["x"], "Let hosts grow alone, or services with them", hint: "growth", on: [.scaling]
    ) { state in
      state.scaling.growth = state.scaling.growth == .hostsAlone ? .wholeFleet : .hostsAlone
      state.notice = state.scaling.growth.words
      state.refreshPages()
      return []
    },
    Command(
      "assume more", ["+"], "Assume more of what the selected line says", hint: "more", on: [.scaling],
      disabled: noAssumption
    ) { state in state.stepAssumption(up: true) },
    Command(
      "assume less", ["-"], "Assume less of what the selected line says", hint: "less", on: [.scaling],
      disabled: noAssumption
    ) { state in state.stepAssumption(up: false) },
    Command(
      "assume", [], "Assume something of upkeep by hand: assume NAME=VALUE", on: .everywhere,
      argument: CommandArgument("NAME=VALUE") { state in
        UpkeepAssumption.all.map { "\($0.name)=\($0.text(state.scaling.assumptions))" }
      }
    ) { state, text in state.assume(text) },
  ]

  private static func noAssumption(_ state: AppState) -> String? {
    state.selectedAssumption == nil ? "select an assumption first" : nil
  }
}

extension AppState {
  /// The assumption of the selected line; nil where the line is none.
  var selectedAssumption: UpkeepAssumption? {
    guard let page = pages.last, page.page.lines.indices.contains(page.line),
      case .assumption(let name) = page.page.lines[page.line].target
    else { return nil }
    return UpkeepAssumption.named(name)
  }

  /// The line to type for an assumption, with its value.
  func assumptionText(_ name: String) -> String {
    let value = UpkeepAssumption.named(name)?.text(scaling.assumptions) ?? ""
    return "assume \(name)=\(value)"
  }

  fileprivate mutating func stepAssumption(up: Bool) -> [Effect] {
    guard let assumption = selectedAssumption else { return [] }
    let changed = assumption.stepped(up, scaling.assumptions)
    notice =
      changed == scaling.assumptions
      ? "\(assumption.name) is as \(up ? "high" : "low") as its steps go; \(keys.name(of: "palette"))assume "
        + "takes \(assumption.range)"
      : "\(assumption.name) is \(assumption.text(changed))"
    scaling.assumptions = changed
    refreshPages()
    return []
  }

  fileprivate mutating func assume(_ text: String?) -> [Effect] {
    let parts = (text ?? "").split(separator: "=", maxSplits: 1).map {
      $0.split(separator: " ").joined(separator: " ")
    }
    guard let name = parts.first, let assumption = UpkeepAssumption.named(name) else {
      let names = UpkeepAssumption.all.map(\.name).joined(separator: ", ")
      notice = "assume NAME=VALUE, where NAME is one of \(names)"
      return []
    }
    guard parts.count == 2, let changed = assumption.typed(parts[1], scaling.assumptions) else {
      notice = "\(name), \(assumption.words), takes \(assumption.range)"
      return []
    }
    scaling.assumptions = changed
    notice = "\(name) is \(assumption.text(changed))"
    refreshPages()
    return []
  }
}
