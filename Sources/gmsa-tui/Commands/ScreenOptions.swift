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

  @Flag(
    inversion: .prefixedNo,
    help: "Let the mouse scroll, select and open; the terminal then selects text with Shift held.")
  var mouse: Bool?

  @Flag(
    inversion: .prefixedNo,
    help: "Lines of words and commands instead of a screen: for screen readers, pipes and TERM=dumb.")
  var linear: Bool?

  @OptionGroup var picture: PictureArguments

  @OptionGroup var upkeep: UpkeepArguments

  @OptionGroup var config: ConfigArguments

  /// What the operator said of the config's keys, on the command line and elsewhere.
  func settings(_ others: [FlagSetting?] = []) throws -> Settings {
    let own: [FlagSetting?] = [
      FlagSetting("theme", theme) { $0.theme = $1 == "auto" ? nil : $1 },
      FlagSetting("ascii", ascii) { $0.ascii = $1 },
      FlagSetting("color", color) { $0.color = $1 },
      FlagSetting("mouse", mouse) { $0.mouse = $1 },
      FlagSetting("linear", linear) { $0.linear = $1 },
      upkeep.setting,
    ]
    return try config.settings(flags: others + own + picture.settings)
  }
}

extension ColorChoice: ExpressibleByArgument {}
