// Runs the dashboard: terminal, feeds and state meet here, on the process's first thread.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardScreens
import Glibc
import NcursesTerminal

/// The dashboard on some feeds.
struct Dashboard {
  let feeds: [any Feed]
  let settings: Settings

  /// Runs until the operator leaves. Where there is no terminal to draw on, prints the report instead.
  func run() throws {
    let themes = try ErrorText.orExit { try ThemeChoice(settings) }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        TerminalOptions(
          usesColor: settings.usesColor, crashNotice: "gmsa-tui crashed; the terminal is restored.\n"))
    } catch {
      try withoutTerminal(error)
      return
    }
    let status = RunLoop(terminal: terminal, feeds: feeds, settings: settings, themes: themes).run()
    terminal.close()
    if let notice = terminal.notice { StandardError.print("gmsa-tui: \(notice)") }
    if status != 0 { throw ExitCode(status) }
  }

  private func withoutTerminal(_ error: TerminalError) throws {
    switch error {
    case .dumb, .outputIsNoTerminal:
      try ReportRun(feeds: feeds, settings: settings, isASCII: true).printText()
    case .noControllingTerminal, .unknown:
      StandardError.print(ErrorText.text(of: error))
      throw ExitCode(2)
    }
  }
}
