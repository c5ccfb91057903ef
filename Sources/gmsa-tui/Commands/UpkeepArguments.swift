// The option of every command that shows the model of upkeep.

import ArgumentParser
import DashboardModel

struct UpkeepArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What upkeep by hand is assumed to be like, such as forgotten=5% or joins=0.5; may be given again.",
      valueName: "name=value"),
    transform: { text in
      guard let assumption = TypedAssumption(text) else { throw ValidationError(Self.fault(in: text)) }
      return assumption
    })
  var assume: [TypedAssumption] = []

  /// What was said of the config's key.
  var setting: FlagSetting? {
    FlagSetting("assume", assume.isEmpty ? nil : assume) { $0.assume = $1 }
  }

  private static func fault(in text: String) -> String {
    let name = text.split(separator: "=", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    if let assumption = UpkeepAssumption.named(name) { return "--assume \(name) takes \(assumption.range)" }
    let names = UpkeepAssumption.all.map(\.name).joined(separator: ", ")
    return "--assume takes NAME=VALUE, where NAME is one of \(names)"
  }
}
