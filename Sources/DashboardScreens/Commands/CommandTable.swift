// Every command, its keys and its sentence. Adding a command is adding a row.

import DashboardModel
package import TerminalCanvas

/// The commands of all screens.
package enum CommandTable {
  /// Every command, in the order of the help screen.
  package static let all: [Command] = movement + faces + views + program

  /// The command of a key on a screen.
  package static func command(for key: Key, on screen: ScreenKind) -> Command? {
    all.first { $0.screens.contains(screen) && $0.keys.contains(key) }
  }

  private static let everywhere = Set(ScreenKind.allCases)

  private static let movement: [Command] = [
    move("up", ["k", "up"], "Move up", .rows(-1)),
    move("down", ["j", "down"], "Move down", .rows(1)),
    move("left", ["h", "left"], "Move left; past the edge the view pans by half a screen", .columns(-1)),
    move("right", ["l", "right"], "Move right; past the edge the view pans by half a screen", .columns(1)),
    move("page up", ["pgup", "ctrl-b"], "Move up a page", .pages(-1)),
    move("page down", ["pgdn", "ctrl-f"], "Move down a page", .pages(1)),
    move("half page up", ["ctrl-u"], "Move up half a page", .halfPages(-1)),
    move("half page down", ["ctrl-d"], "Move down half a page", .halfPages(1)),
    move("first column", ["home"], "Move to the first column", .firstColumn),
    move("last column", ["end"], "Move to the last column", .lastColumn),
    move("top", ["g"], "Move to the first row", .firstRow),
    move("bottom", ["G"], "Move to the last row", .lastRow),
    Command(
      "next problem", ["n"], "Go to the next problem, also off screen", hint: "problem", disabled: noProblem
    ) { state in state.goToProblem(forward: true) },
    Command(
      "previous problem", ["N"], "Go to the previous problem, also off screen", disabled: noProblem
    ) { state in state.goToProblem(forward: false) },
  ]

  private static let faces: [Command] =
    Face.allCases.map { face in
      Command(
        face.title, [Key.character(Character(String(face.rawValue)))],
        "Turn the cube: \(face.title); the selected subject stays selected"
      ) { state in state.turn(to: face) }
    } + [
      Command("transpose", ["x"], "Exchange rows and columns") { state in state.transpose() }
    ]

  private static let views: [Command] = [
    Command("filter", ["/"], "Show only names with these words; !word leaves out", hint: "filter") { state in
      state.prompt = Prompt(
        purpose: .filter, text: state.matrix.filterText, previous: state.matrix.filterText)
      return []
    },
    Command(
      "clear filter", ["\\"], "Show all names again",
      disabled: { $0.matrix.filterText.isEmpty ? "no filter is set" : nil }
    ) { state in
      state.matrix.filterText = ""
      return state.arrangeAfresh()
    },
    Command("all rows", ["a"], "Show all rows, or those with problems alone", hint: "all") { state in
      state.matrix.showsAllRows.toggle()
      return state.arrangeAfresh()
    },
    Command("all columns", ["A"], "Show all columns, or those with problems alone") { state in
      state.matrix.showsAllColumns.toggle()
      return state.arrangeAfresh()
    },
    Command("pause", ["p"], "Hold the picture still, or follow the feeds again") { state in state.pause() },
  ]

  private static let program: [Command] = [
    Command("help", ["?"], "Show all keys of this screen", hint: "help") { state in
      state.helpOffset = 0
      state.screens.append(.help)
      return []
    },
    Command("scroll down", ["j", "down", "pgdn", "ctrl-f", "ctrl-d"], "Scroll down", on: [.help]) { state in
      state.helpOffset += 1
      return []
    },
    Command("scroll up", ["k", "up", "pgup", "ctrl-b", "ctrl-u"], "Scroll up", on: [.help]) { state in
      state.helpOffset = max(0, state.helpOffset - 1)
      return []
    },
    Command("back", ["esc"], "Go back", on: everywhere) { state in
      state.goBack()
      return []
    },
    Command("back or quit", ["q"], "Go back, and quit at the top", hint: "quit", on: everywhere) { state in
      if state.screens.count == 1 { return [.quit] }
      state.goBack()
      return []
    },
    Command("quit", ["Q", "ctrl-c"], "Quit from anywhere", on: everywhere) { _ in [.quit] },
    Command("redraw", ["ctrl-l"], "Paint the screen anew", on: everywhere) { _ in [.redraw] },
    Command("suspend", ["ctrl-z"], "Stop and give the shell back; fg resumes", on: everywhere) { _ in
      [.suspend]
    },
  ]

  private static func move(_ name: String, _ keys: [Key], _ sentence: String, _ step: MatrixStep) -> Command {
    Command(name, keys, sentence) { state in
      state.move(step)
      return []
    }
  }

  private static func noProblem(_ state: AppState) -> String? {
    guard let axes = state.matrixAxes else { return "nothing was read yet" }
    return axes.hasProblem ? nil : "there is no problem on this face"
  }
}

extension AppState {
  fileprivate mutating func goBack() {
    if screens.count > 1 { screens.removeLast() }
  }

  fileprivate mutating func pause() -> [Effect] {
    isPaused.toggle()
    if !isPaused, let held = heldPicture {
      heldPicture = nil
      picture = held
      arrangeMatrix()
    }
    return []
  }
}
