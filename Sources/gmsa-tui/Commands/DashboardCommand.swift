// gmsa-tui SOURCE…: the dashboard.

import ArgumentParser
import DashboardFeeds

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "The dashboard on files, folders or standard input (the command when none is named).")

  @Argument(
    help: ArgumentHelp(
      "FILE, FOLDER, - for standard input, or NAME=FILE to name its cluster; several are merged.",
      valueName: "source"))
  var sources: [String] = []

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let settings = try screen.settings(sources: sources)
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings) }
    try Dashboard(feeds: feeds, settings: settings).run()
  }
}
