// gmsa-tui SOURCE…: the dashboard.

import ArgumentParser
import DashboardFeeds

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract: "The dashboard on sources (the command when none is named).")

  @OptionGroup var source: SourceArguments

  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let settings = try screen.settings(source.settings)
    let feeds = try ErrorText.orExit { try SourceSelection.feeds(for: settings) }
    try Dashboard(feeds: feeds, settings: settings).run()
  }
}
