// The keys that change which lines the matrix has: collapsing, zooming, sorting, marking.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  /// Commands on the lines of the matrix.
  static let matrixLines: [Command] = [
    Command(
      "collapse", ["="], "Show equal columns as one xN; again: rows too; again: all",
      hint: "equal", disabled: noPicture
    ) { state in state.cycleCollapse() },
    Command("columns out", ["-"], "Zoom columns out: hosts by label, by cluster", disabled: noPicture) {
      state in
      state.zoom(.columns, out: true)
    },
    Command("columns in", ["+"], "Zoom columns in, until each has its own line", disabled: noPicture) {
      state in
      state.zoom(.columns, out: false)
    },
    Command("rows out", ["{"], "Zoom rows out: by account, namespace, delivery, cluster", disabled: noPicture)
    { state in
      state.zoom(.rows, out: true)
    },
    Command("rows in", ["}"], "Zoom rows in, until each has its own line", disabled: noPicture) { state in
      state.zoom(.rows, out: false)
    },
    Command(
      "sort", ["s"],
      "Sort rows by the next order; a * says that it is old", disabled: noPicture
    ) { state in state.cycleOrder() },
    Command("reverse", ["S"], "Turn the order of the rows around", disabled: noPicture) { state in
      state.reverseOrder()
    },
    Command("mark", ["space"], "Mark the row or unmark it, and go a row down", disabled: noPicture) { state in
      state.toggleMark()
    },
    Command(
      "unmark all", ["u"], "Take all marks away",
      disabled: { $0.matrix.marks.isEmpty ? "nothing is marked" : nil }
    ) { state in state.unmarkAll() },
    Command(
      "differences", ["D"], "Show of the marked rows only the columns in which they differ",
      disabled: AppState.noMarksToCompare
    ) { state in state.toggleDifferences() },
  ]
}
