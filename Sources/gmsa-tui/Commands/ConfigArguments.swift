// The option that names the config, and the way from a command line to the settings in force.

import ArgumentParser

struct ConfigArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The config file; without it GMSA_TUI_CONFIG, or gmsa-tui/config.yaml in XDG_CONFIG_HOME or ~/.config.",
      valueName: "path"))
  var config: String?

  /// The settings in force; says every fault of the config, and ends with exit code 2 where there is one.
  func settings(flags: [FlagSetting?] = []) throws -> Settings {
    try ErrorText.orExit { try Settings(configFlag: config, flags: flags) }
  }
}
