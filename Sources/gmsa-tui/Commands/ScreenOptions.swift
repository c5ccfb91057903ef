// Options of every command that shows the dashboard.

import ArgumentParser
import DashboardScreens

struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme: auto, \(BuiltInThemes.all.map(\.name).joined(separator: ", ")), one of your own, or a PATH.",
      valueName: "name-or-path"))
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Draw with ASCII alone.")
  var ascii: Bool?

  @Option(help: "When to use colour: auto honours NO_COLOR and the terminal.")
  var color: ColorChoice?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var config: ConfigArguments

  /// What the operator said of the config's keys, on the command line and elsewhere.
  func settings(sources: [String] = []) throws -> Settings {
    let own: [FlagSetting?] = [
      FlagSetting("theme", theme) { $0.theme = $1 == "auto" ? nil : $1 },
      FlagSetting("ascii", ascii) { $0.ascii = $1 },
      FlagSetting("color", color) { $0.color = $1 },
    ]
    return try config.settings(sources: sources, flags: own + picture.settings)
  }
}

extension ColorChoice: ExpressibleByArgument {}
