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
  /// The record that is shown instead of feeds.
  var replay: Record?

  /// Runs until the operator leaves: on the terminal, as lines of words where that is asked for or all that the
  /// terminal can show, and where there is no terminal at all as a report.
  func run() throws {
    if settings.config.linear { return try runLinear() }
    let themes = try ErrorText.orExit { try ThemeChoice(settings) }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        TerminalOptions(
          usesColor: settings.usesColor,
          crashNotice:
            "gmsa-tui crashed; the terminal is as it was. The report is what stands above: send it with the words of "
            + "gmsa-tui --version.\n"))
    } catch {
      try withoutTerminal(error)
      return
    }
    let status = RunLoop(
      terminal: terminal, feeds: feeds, settings: settings, themes: themes, replay: replay
    ).run()
    terminal.close()
    if let notice = terminal.notice { StandardError.print("gmsa-tui: \(notice)") }
    if status != 0 { throw ExitCode(status) }
  }

  private func withoutTerminal(_ error: TerminalError) throws {
    switch error {
    case .dumb where isatty(STDIN_FILENO) == 1: try runLinear()
    case .dumb where replay != nil, .outputIsNoTerminal where replay != nil:
      StandardError.print("gmsa-tui: a replay needs a terminal; --linear shows it as lines of words")
      throw ExitCode(2)
    case .dumb, .outputIsNoTerminal:
      try ReportRun(feeds: feeds, settings: settings, isASCII: true).printText()
    case .noControllingTerminal, .unknown:
      StandardError.print(ErrorText.text(of: error))
      throw ExitCode(2)
    }
  }

  private func runLinear() throws {
    guard let input = LinearLoop.Input(readsFacts: readsStandardInput) else {
      StandardError.print(ErrorText.text(of: .noControllingTerminal))
      throw ExitCode(2)
    }
    let status = LinearLoop(feeds: feeds, settings: settings, input: input, replay: replay).run()
    if status != 0 { throw ExitCode(status) }
  }

  /// Whether standard input is a source of facts, and not the operator.
  private var readsStandardInput: Bool {
    settings.sources.contains { (try? FileSource(word: $0))?.place == .standardInput }
  }
}
