// Commands that open and leave pages.

import TerminalCanvas

extension CommandTable {
  static let pageCommands: [Command] = [
    Command(
      "open", ["enter"], "Go where the selected line leads", hint: "open", on: ScreenKind.pages,
      disabled: { state in
        guard let page = state.pages.last, page.page.lines.indices.contains(page.line) else {
          return "there is no line"
        }
        return page.page.lines[page.line].target == nil ? "this line leads nowhere" : nil
      }
    ) { state in state.openTarget() }
  ]

  static let opening: [Command] = [
    Command(
      "findings", ["f"], "Every finding, worst first, grouped by cause", hint: "findings",
      on: .everywhere.subtracting([.findings])
    ) { state in state.open(FindingsScreen()) },
    Command("sources", ["!"], "Each source: state, age, rights, errors", on: .everywhere) { state in
      state.open(SourcesScreen())
    },
    Command("debug", [], "What the program itself does: bytes, frames, times, memory", on: .everywhere) {
      state in
      state.open(DebugScreen())
    },
    Command(
      "help", ["?"], "Show all keys of this screen", hint: "help",
      on: ScreenKind.everywhere.subtracting([.help])
    ) { state in state.open(HelpScreen(of: state.screen)) },
  ]
}

extension Set<ScreenKind> {
  /// All screens, where a row of the table has little room.
  static var everywhere: Self { ScreenKind.everywhere }
}
