// The commands of the matrix screen.

import DashboardModel
import TerminalCanvas

extension CommandTable {
  static let matrixFaces: [Command] =
    Face.allCases.map { face in
      Command(
        face.title, [Key.character(Character(String(face.rawValue)))],
        "Turn the cube: \(face.title)", disabled: noPicture
      ) { state in state.turn(to: face) }
    } + [
      Command("transpose", ["x"], "Exchange rows and columns", disabled: noPicture) { state in
        state.transpose()
      }
    ]

  static let matrixViews: [Command] = [
    Command(
      "why", ["enter"], "Why this cell is as it is, and what to do next; on a header all about it",
      hint: "why",
      disabled: noCell
    ) {
      state in state.openCell()
    },
    Command(
      "object", ["o"], "The row's credspec, service or host: all about it", disabled: noCell
    ) { state in state.openRow() },
    Command("column object", ["O"], "The same of the column", disabled: noCell) { state in state.openColumn()
    },
    Command(
      "filter", ["/"], "Show only what matches", hint: "filter", on: .everywhere,
      disabled: { $0.pages.isEmpty ? noPicture($0) : nil }
    ) { state in
      state.pages.isEmpty ? state.ask(FilterPrompt(purpose: .show)) : state.ask(PageFilterPrompt())
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
    Command("highlight", ["&"], "Mark what matches and hide nothing", disabled: noPicture) { state in
      state.ask(FilterPrompt(purpose: .mark))
    },
    Command(
      "all rows", ["a"], "Show all rows, or those with problems alone", hint: "all", disabled: noPicture
    ) { state in
      state.matrix.showsAllRows.toggle()
      return state.arrangeAfresh()
    },
    Command(
      "all columns", ["A"], "Show all columns, or those with problems alone", disabled: noPicture
    ) { state in
      state.matrix.showsAllColumns.toggle()
      return state.arrangeAfresh()
    },
  ]

  /// Why nothing of the matrix can be shown otherwise.
  static func noPicture(_ state: AppState) -> String? { state.picture == nil ? "nothing was read yet" : nil }

  private static func noCell(_ state: AppState) -> String? {
    noPicture(state) ?? (state.selectedCell == nil ? "there is nothing under the cursor" : nil)
  }
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
    if let side = matrix.header { return openHeader(side) }
    guard let cell = selectedCell else { return [] }
    return matrix.isTransposed
      ? open(.cell(matrix.face, row: cell.column, column: cell.row))
      : open(.cell(matrix.face, row: cell.row, column: cell.column))
  }

  /// A group is no object; all others are, several equal ones by the first of them.
  private mutating func openHeader(_ side: MatrixSide) -> [Effect] {
    let lines = side == .rows ? matrix.arrangement.rows : matrix.arrangement.columns
    let line = side == .rows ? matrix.row : matrix.column
    if lines.indices.contains(line), lines[line].kind == .group {
      let zoom = keys.name(of: side == .rows ? "rows in" : "columns in")
      notice = "a group has no page of its own; \(zoom) shows its members"
      return []
    }
    return side == .rows ? openRow() : openColumn()
  }

  fileprivate mutating func openRow() -> [Effect] {
    selectedCell.map { open(.object(.subject($0.row))) } ?? []
  }

  fileprivate mutating func openColumn() -> [Effect] {
    selectedCell.map { open(.object(.subject($0.column))) } ?? []
  }
}
