// What every command takes that reads sources: the words, by which feeds are chosen.

import ArgumentParser

struct SourceArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("\(SourceTable.help)", valueName: "source"),
    completion: .custom(SourceCompletion.words))
  var sources: [String] = []

  /// What was said of the config's keys.
  var settings: [FlagSetting?] {
    [FlagSetting("sources", sources.isEmpty ? nil : sources) { $0.sources = $1 }]
  }
}
