// Runs scenes wherever they can be shown: on the terminal, in lines of words, or into an asciicast file.

import ArgumentParser
import DashboardModel
import DashboardScreens
import DashboardTour
import Glibc
import NcursesTerminal
import TerminalCanvas

/// Scenes, and how they are asked for.
struct TourRun {
  let name: String
  let scenes: [Scene]
  let seed: UInt64
  let settings: Settings

  /// Plays the scenes until the operator leaves.
  func run() throws {
    if settings.config.linear { return speak() }
    let themes = try ErrorText.orExit { try ThemeChoice(settings) }
    let terminal: Terminal
    do {
      terminal = try Terminal(
        TerminalOptions(
          usesColor: settings.usesColor, crashNotice: "gmsa-tui crashed; the terminal is restored.\n"))
    } catch {
      switch error {
      case .dumb, .outputIsNoTerminal: return speak()
      case .noControllingTerminal, .unknown:
        StandardError.print(ErrorText.text(of: error))
        throw ExitCode(2)
      }
    }
    let loop = TourLoop(
      terminal: terminal, scenes: scenes, seed: seed, settings: settings, themes: themes)
    let status = loop.run()
    terminal.close()
    if let notice = terminal.notice { StandardError.print("gmsa-tui: \(notice)") }
    if status != 0 { throw ExitCode(status) }
  }

  /// Says the scenes: caption by caption at Enter where somebody sits there, else all at once.
  private func speak() {
    var tour = SpokenTour(scenes, seed: seed) { settings.prepare(&$0) }
    let isInteractive = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
    var output = StandardOutput()
    while let lines = tour.lines() {
      for line in lines { output.write(line + "\n") }
      if isInteractive {
        output.write("Enter goes on, q and Enter leaves.\n")
        output.flush()
        guard let answer = readLine(), answer != "q" else { break }
      }
    }
    output.flush()
  }

  /// Writes the scenes as an asciicast of a size; `-` is standard output.
  func export(to path: String, columns: Int, rows: Int) throws {
    let themes = try ErrorText.orExit { try ThemeChoice(settings) }
    let colors: ColorDepth = settings.usesColor ? .full : .none
    let recording = TourRecording(
      scenes, seed: seed, columns: columns, rows: rows,
      theme: themes.theme(colors: colors, isASCII: settings.config.ascii)
    ) { state in
      state.themes = themes.themes
      state.isASCII = settings.config.ascii
      settings.prepare(&state)
    }
    let cast = CastFile(recording, title: "gmsa-tui demo \(name)")
    if path == "-" {
      var output = StandardOutput()
      cast.write(to: &output)
      output.flush()
    } else {
      var text = ""
      cast.write(to: &text)
      try ErrorText.orExit { try WrittenFile(path: path).write(text) }
    }
  }
}
