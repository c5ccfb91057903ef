// What is shown of the matrix and in which order: collapsing, zooming, sorting, marking.

import DashboardModel

extension AppState {
  /// Goes from all lines to equal columns as one, to equal rows as one too, and back.
  mutating func cycleCollapse() -> [Effect] {
    switch matrix.collapse {
    case .nothing: matrix.collapse = .columns
    case .columns: matrix.collapse = .columnsAndRows
    case .columnsAndRows: matrix.collapse = .nothing
    }
    let effects = arrangeAfresh()
    notice = collapseNotice
    return effects
  }

  private var collapseNotice: String {
    let columns = equalNotice(.columns)
    switch matrix.collapse {
    case .nothing: return "equal rows and columns have their own lines"
    case .columns: return "equal columns are one: \(columns); \(keys.name(of: "collapse")) again for rows"
    case .columnsAndRows: return "equal rows are one too: \(equalNotice(.rows))"
    }
  }

  /// What became of the lines of a side.
  private func equalNotice(_ side: MatrixSide) -> String {
    let arrangement = matrix.arrangement
    let noun = side == .rows ? "rows" : "columns"
    let subjects = side == .rows ? arrangement.shownRows : arrangement.shownColumns
    let lines = side == .rows ? arrangement.ownRowCount : arrangement.columns.count
    if let axis = matrixAxes?.axis(side), matrix.zoom[axis] != nil { return "\(noun) are groups already" }
    if subjects == lines { return "no two \(noun) are equal" }
    return "\(NumberText.grouped(subjects)) \(noun) as \(NumberText.grouped(lines))"
  }

  /// Zooms a side by one step: out to fewer and larger groups, or in until each subject has its line.
  mutating func zoom(_ side: MatrixSide, out: Bool) -> [Effect] {
    guard let axes = matrixAxes else { return [] }
    let axis = axes.axis(side)
    let steps = MatrixGrouping.steps(of: axis, in: axes.picture)
    // A label may vanish while it is zoomed to: the way in and out goes on from there.
    let now = matrix.zoom[axis].map { steps.firstIndex(of: $0) ?? 0 } ?? -1
    let next = out ? now + 1 : now - 1
    if next >= steps.count || next < -1 {
      notice = out ? "\(axis.word)s fall into no larger groups" : "each \(axis.word) has its line already"
      return []
    }
    matrix.zoom[axis] = next < 0 ? nil : steps[next]
    let effects = arrangeAfresh()
    let lines = side == .rows ? matrix.arrangement.rows.count : matrix.arrangement.columns.count
    notice =
      next < 0
      ? "each \(axis.word) has its line"
      : "\(axis.word)s by \(steps[next].words), step \(next + 1) of \(steps.count): \(lines) shown"
    return effects
  }

  /// Sorts rows by the next of the orders; the cursor stays with its row.
  mutating func cycleOrder() -> [Effect] {
    guard let axes = matrixAxes else { return [] }
    let orders = RowOrder.all(for: axes)
    let now = orders.firstIndex(of: matrix.order) ?? -1
    matrix.order = orders[(now + 1) % orders.count]
    matrix.isReversed = false
    notice = "rows \(matrix.order.words)"
    return arrangeAfresh()
  }

  /// Turns the order of the rows around.
  mutating func reverseOrder() -> [Effect] {
    matrix.isReversed.toggle()
    notice = "rows \(matrix.order.words)\(matrix.isReversed ? ", reversed" : "")"
    return arrangeAfresh()
  }

  // MARK: Marks

  /// Marks what the row under the cursor stands for, or takes its mark away, and goes a row down as htop does.
  mutating func toggleMark() -> [Effect] {
    guard let axes = matrixAxes, matrix.arrangement.rows.indices.contains(matrix.row) else { return [] }
    let subjects = Set(subjectsUnderCursor(axes.rowAxis))
    if subjects.isSubset(of: matrix.marks) {
      matrix.marks.subtract(subjects)
    } else {
      matrix.marks.formUnion(subjects)
    }
    placeMarks()
    moveInMatrix(.rows(1))
    if !matrix.showsDifferences { return [] }
    matrix.showsDifferences = markedRowCount >= 2
    return arrangeAfresh()
  }

  /// Takes all marks away.
  mutating func unmarkAll() -> [Effect] {
    notice = "\(matrix.marks.count) unmarked"
    matrix.marks = []
    placeMarks()
    if !matrix.showsDifferences { return [] }
    matrix.showsDifferences = false
    return arrangeAfresh()
  }

  /// Shows of the marked rows only what tells them apart, or everything again.
  mutating func toggleDifferences() -> [Effect] {
    matrix.showsDifferences.toggle()
    let effects = arrangeAfresh()
    guard matrix.showsDifferences else { return effects }
    let (rows, columns) = (matrix.arrangement.ownRowCount, matrix.arrangement.shownColumns)
    if columns == 0 {
      matrix.showsDifferences = false
      let all = arrangeAfresh()
      notice = "the \(rows) marked rows are equal in every column"
      return all
    }
    notice =
      "\(rows) marked rows differ in \(NumberText.grouped(columns)) \(columns == 1 ? "column" : "columns")"
    return effects
  }

  /// Why the marked rows cannot be compared.
  static func noMarksToCompare(_ state: AppState) -> String? {
    if state.matrix.showsDifferences || state.markedRowCount >= 2 { return nil }
    return CommandTable.noPicture(state) ?? "mark two rows first: \(state.keys.name(of: "mark"))"
  }

  /// Marked subjects that are rows of the face that is shown.
  private var markedRowCount: Int {
    guard let axes = matrixAxes else { return 0 }
    return matrix.marks.count { $0.axis == axes.rowAxis && axes.picture.place(of: $0) != nil }
  }

  /// Finds the rows of the marks, after each arrangement and each mark.
  mutating func placeMarks() {
    matrix.rowMarks = [:]
    guard !matrix.marks.isEmpty, let axes = matrixAxes else { return }
    for (row, line) in matrix.arrangement.rows.enumerated() {
      let marked = line.members.count { place in
        axes.picture.subject(place, on: axes.rowAxis).map(matrix.marks.contains) ?? false
      }
      if marked > 0 { matrix.rowMarks[row] = marked == line.members.count ? .whole : .part }
    }
  }
}
