// Where one is, as far as words tell: what is compared to know what a command changed.

import DashboardModel

/// A place in the dashboard.
struct LinearPlace: Equatable {
  /// What is shown there.
  private struct View: Equatable {
    let depth: Int
    let kind: ScreenKind
    let filter: String
    let highlight: String
    let page: [PageLine]
    let face: Face
    let isTransposed: Bool
    let rows: [MatrixLineID]
    let columns: [MatrixLineID]
    let marks: Set<Subject>
  }

  private let view: View
  /// The selected line of the page, or the cell.
  private let position: [Int]

  init(_ state: AppState) {
    let page = state.pages.last
    let matrix = state.matrix
    view = View(
      depth: state.pages.count, kind: state.screen, filter: page?.filterText ?? matrix.filter.text,
      highlight: matrix.highlight.text,
      page: page?.page.lines ?? [], face: matrix.face, isTransposed: matrix.isTransposed,
      rows: matrix.arrangement.rowIDs, columns: matrix.arrangement.columnIDs, marks: matrix.marks)
    let header = matrix.header.map { $0 == .rows ? 1 : 2 } ?? 0
    position = page.map { [$0.line] } ?? [matrix.row, matrix.column, header]
  }

  /// Whether other things are shown, and not only another one of them selected.
  func isElsewhere(than other: LinearPlace) -> Bool { view != other.view }
}

extension AppState {
  /// Goes to a row or column of the matrix; says what is wrong where there is no such one.
  mutating func go(toLine place: Int, _ side: MatrixSide) -> [String] {
    let count = side == .rows ? matrix.arrangement.rows.count : matrix.arrangement.columns.count
    guard (0..<count).contains(place) else {
      return ["there are \(count) \(side == .rows ? "rows" : "columns"), by number from 1"]
    }
    if side == .rows { matrix.row = place } else { matrix.column = place }
    matrix.header = nil
    rememberSubjects()
    keepCursorVisible()
    return []
  }

  /// Goes to a line of the page by its number among the lines with words.
  mutating func go(toPageLine number: Int) -> [String] {
    guard var page = pages.popLast() else { return [] }
    defer { pages.append(page) }
    let lines = page.page.lines.indices.filter { page.page.lines[$0].isSelectable }
    guard lines.indices.contains(number - 1) else {
      return ["there are \(lines.count) lines, by number from 1"]
    }
    page.line = lines[number - 1]
    page.settle(self)
    return []
  }
}
