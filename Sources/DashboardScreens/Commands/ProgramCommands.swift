// Commands that concern the program as a whole.

import TerminalCanvas

extension CommandTable {
  static let program: [Command] = [
    Command("palette", [":"], "Run any command by its name", hint: "command", on: .everywhere) { state in
      state.ask(PalettePrompt())
    },
    Command(
      "pause", ["p"], "Hold the picture still, or follow the feeds again; in the past: play or stop",
      on: .everywhere
    ) { state in
      state.isPast ? state.playOrStop() : state.pause()
    },
    Command("refresh", ["r"], "Read every source again now", on: .everywhere) { state in
      state.notice = "reading again"
      return [.refresh]
    },
    Command(
      "theme", [], "Use other colours: theme NAME", on: .everywhere,
      argument: CommandArgument("NAME") { $0.themes.map(\.name) }
    ) { state, name in state.useTheme(name) },
    Command("back", ["q", "esc"], "Go back to the screen below", hint: "back", on: ScreenKind.pages) {
      state in
      state.goBack()
      return []
    },
    Command("leave", ["q"], "Quit", hint: "quit") { _ in [.quit] },
    Command("quit", ["Q", "ctrl-c"], "Quit from anywhere", on: .everywhere) { _ in [.quit] },
    Command("redraw", ["ctrl-l"], "Paint the screen anew", on: .everywhere) { _ in [.redraw] },
    Command("suspend", ["ctrl-z"], "Stop and give the shell back; fg resumes", on: .everywhere) { _ in
      [.suspend]
    },
  ]
}

extension AppState {
  fileprivate mutating func pause() -> [Effect] {
    isPaused.toggle()
    if !isPaused, let held = heldPicture {
      heldPicture = nil
      show(held)
      refreshPages()
    }
    return []
  }

  fileprivate mutating func useTheme(_ name: String?) -> [Effect] {
    guard let chosen = themes.first(where: { $0.name == name }) else {
      notice = "theme NAME, where NAME is one of \(themes.map(\.name).joined(separator: ", "))"
      return []
    }
    theme = chosen.theme(colors: theme.colors, isASCII: isASCII)
    return [.redraw]
  }
}
