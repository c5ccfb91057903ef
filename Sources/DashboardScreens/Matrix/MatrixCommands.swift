// The commands of the matrix screen.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let matrixFaces: [Command] =
    Face.allCases.map { face in
      Command(
        face.title, [Key.character(Character(String(face.rawValue)))],
        "Turn the cube: \(face.title)"
      ) { state in state.turn(to: face) }
    } + [
      Command("transpose", ["x"], "Exchange rows and columns") { state in state.transpose() }
    ]

  static let matrixViews: [Command] = [
    Command(
      "why", ["enter"], "Why this cell is as it is, and what to do next", hint: "why"
    ) {
      state in state.openCell()
    },
    Command("object", ["o"], "The row's credspec, service or host: all about it") {
      state in state.openRow()
    },
    Command("column object", ["O"], "The same of the column") { state in state.openColumn() },
    Command("filter", ["/"], "Show only what matches", hint: "filter", on: .everywhere) { state in
      state.pages.isEmpty ? state.ask(FilterPrompt()) : state.ask(PageFilterPrompt())
    },
    Command(
      "clear filter", ["\\"], "Show everything again", on: .everywhere,
      disabled: { state in
        let isFree =
          state.pages.last?.filterText.isEmpty
          ?? (state.matrix.filter.isEmpty && state.matrix.highlight.isEmpty)
        return isFree ? "no filter is set" : nil
      }
    ) { state in
      if state.pages.isEmpty {
        return state.clearFilter()
      }
      state.filterPage("")
      return []
    },
    Command("highlight", ["&"], "Mark what matches and hide nothing") { state in state.ask(HighlightPrompt())
    },
    Command("all rows", ["a"], "Show all rows, or those with problems alone", hint: "all") { state in
      state.matrix.showsAllRows.toggle()
      return state.arrangeAfresh()
    },
    Command("all columns", ["A"], "Show all columns, or those with problems alone") { state in
      state.matrix.showsAllColumns.toggle()
      return state.arrangeAfresh()
    },
  ]
}

extension AppState {
  /// Takes the filter away; without one, what `&` marks.
  fileprivate mutating func clearFilter() -> [Effect] {
    if matrix.filter.isEmpty {
      matrix.highlight = Filter()
      arrangeMatrix()
      return []
    }
    matrix.filter = Filter()
    return arrangeAfresh()
  }

  /// The subjects of the cell under the cursor; nil where there is none. A cell that stands for several speaks of the
  /// first one in its state, its worst.
  var selectedCell: (row: Subject, column: Subject)? {
    guard let axes = matrixAxes, let place = placeUnderCursor(axes),
      let row = axes.picture.subject(place.row, on: axes.rowAxis),
      let column = axes.picture.subject(place.column, on: axes.columnAxis)
    else { return nil }
    return (row, column)
  }

  fileprivate mutating func openCell() -> [Effect] {
    guard let cell = selectedCell else { return [] }
    return matrix.isTransposed
      ? open(.cell(matrix.face, row: cell.column, column: cell.row))
      : open(.cell(matrix.face, row: cell.row, column: cell.column))
  }

  fileprivate mutating func openRow() -> [Effect] {
    selectedCell.map { open(.object(.subject($0.row))) } ?? []
  }

  fileprivate mutating func openColumn() -> [Effect] {
    selectedCell.map { open(.object(.subject($0.column))) } ?? []
  }
}
