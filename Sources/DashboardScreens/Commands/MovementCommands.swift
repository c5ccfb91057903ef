// Moving, on every screen alike.

import TerminalCanvas

extension CommandTable {
  static let problems: [Command] = [
    Command(
      "next problem", ["n"], "Go to the next problem, also off screen", hint: "problem",
      on: ScreenKind.everywhere, disabled: noProblem
    ) { state in state.goToProblem(forward: true) },
    Command(
      "previous problem", ["N"], "Go to the previous problem, also off screen",
      on: ScreenKind.everywhere, disabled: noProblem
    ) { state in state.goToProblem(forward: false) },
  ]

  static let movement: [Command] = [
    move("up", ["k", "up"], "Move up; past the first row to the column's header", .rows(-1)),
    move("down", ["j", "down"], "Move down", .rows(1)),
    move(
      "left", ["h", "left"],
      "Move left; past the edge the view pans, past the first column to the row's header", .columns(-1)),
    move("right", ["l", "right"], "Move right; past the edge the view pans", .columns(1)),
    move("page up", ["pgup", "ctrl-b"], "Move up a page", .pages(-1)),
    move("page down", ["pgdn", "ctrl-f"], "Move down a page", .pages(1)),
    move("half page up", ["ctrl-u"], "Move up half a page", .halfPages(-1)),
    move("half page down", ["ctrl-d"], "Move down half a page", .halfPages(1)),
    move("first column", ["home"], "Move to the first column; on a page, to its top", .firstColumn),
    move("last column", ["end"], "Move to the last column; on a page, to its end", .lastColumn),
    move("top", ["g"], "Move to the first row", .firstRow),
    move("bottom", ["G"], "Move to the last row", .lastRow),
  ]

  private static func move(_ name: String, _ keys: [Key], _ sentence: String, _ step: CursorStep) -> Command {
    Command(name, keys, sentence, on: ScreenKind.everywhere) { state in
      state.move(step)
      return []
    }
  }

  private static func noProblem(_ state: AppState) -> String? {
    if let page = state.pages.last {
      return page.page.lines.contains(where: \.isProblem) ? nil : "there is no problem on this screen"
    }
    guard let axes = state.matrixAxes else { return "nothing was read yet" }
    return axes.hasProblem ? nil : "there is no problem on this face"
  }
}

/// A move of the cursor.
enum CursorStep: Sendable {
  case rows(Int)
  case columns(Int)
  case pages(Int)
  case halfPages(Int)
  case firstRow
  case lastRow
  case firstColumn
  case lastColumn

  /// Whether it leads to another column.
  var isSideways: Bool {
    switch self {
    case .columns, .firstColumn, .lastColumn: true
    case .rows, .pages, .halfPages, .firstRow, .lastRow: false
    }
  }
}

extension AppState {
  /// Moves the cursor of the screen that is seen.
  mutating func move(_ step: CursorStep) {
    if pages.isEmpty { moveInMatrix(step) } else { moveInPage(step) }
  }

  /// Goes to the next problem of the screen that is seen.
  mutating func goToProblem(forward: Bool) -> [Effect] {
    pages.isEmpty ? goToProblemInMatrix(forward: forward) : goToProblemInPage(forward: forward)
  }
}
