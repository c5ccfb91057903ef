// How the matrix screen changes: arranging, turning the cube, following subjects.

package import DashboardModel

extension AppState {
  /// Shows a new picture: what stays keeps its place on the screen, what changed there is noted.
  mutating func show(_ picture: Picture) {
    let seen = matrixAxes.map { axes in
      let layout = MatrixLayout(self)
      return SeenCells(
        matrix.arrangement, axes, rows: matrix.firstRow..<matrix.firstRow + layout.bodyRows,
        columns: matrix.firstColumn..<matrix.firstColumn + layout.columnsThatFit(from: matrix.firstColumn))
    }
    let offset = (rows: matrix.row - matrix.firstRow, columns: matrix.column - matrix.firstColumn)
    let isFirst = self.picture == nil
    self.picture = picture
    refreshDiff()
    scaling.forget()
    arrangeMatrix()
    guard !isFirst, let axes = matrixAxes else { return }
    matrix.firstRow = max(0, matrix.row - offset.rows)
    matrix.firstColumn = max(0, matrix.column - offset.columns)
    keepCursorVisible()
    // A subject that is gone is not waited for: the cursor is on what took its place.
    rememberSubjects()
    if let seen { matrix.changes.note(seen, matrix.arrangement, axes, now: now) }
    matrix.changes.place(in: matrix.arrangement)
  }

  /// Arranges the face anew after the picture, the face or the filter changed. The cursor follows its subjects.
  mutating func arrangeMatrix() {
    guard let axes = matrixAxes else { return }
    matrix.arrangement = MatrixArranging(axes: axes, state: matrix, now: now, feeds: feeds).arrangement()
    matrix.resetsOrder = false
    matrix.changes.place(in: matrix.arrangement)
    placeMarks()
    followSubjects(axes)
    goToWorstColumnOfList()
    keepCursorVisible()
  }

  /// Time has passed: a filter on ages may let other cells through.
  mutating func ageFilters() {
    if matrix.filter.dependsOnTime || matrix.highlight.dependsOnTime { arrangeMatrix() }
  }

  /// Arranges with a new order, as after a key that asks for other rows.
  mutating func arrangeAfresh() -> [Effect] {
    matrix.resetsOrder = true
    arrangeMatrix()
    return []
  }

  /// Turns the cube; subjects that the new face has stay selected.
  mutating func turn(to face: Face) -> [Effect] {
    matrix.face = face
    matrix.firstRow = 0
    matrix.firstColumn = 0
    matrix.header = nil
    matrix.showsDifferences = false
    // Another face has other states to sort by.
    if case .count = matrix.order { matrix.order = .worst }
    let effects = arrangeAfresh()
    goToWorstOfNewAxis()
    return effects
  }

  /// Where the cursor was on nothing of an axis yet, it goes to the worst cell of the line that it followed: what the
  /// operator looks at has its worst there.
  private mutating func goToWorstOfNewAxis() {
    guard let axes = matrixAxes else { return }
    let arrangement = matrix.arrangement
    let isKnown = (
      rows: matrix.subjects[axes.rowAxis] != nil, columns: matrix.subjects[axes.columnAxis] != nil
    )
    guard isKnown.rows != isKnown.columns, !arrangement.rows.isEmpty, !arrangement.columns.isEmpty else {
      return
    }
    func state(_ row: Int, _ column: Int) -> CellState {
      arrangement.cell(row: row, column: column, axes).cell.state
    }
    if isKnown.columns {
      let rows = arrangement.rows.indices.filter { arrangement.rows[$0].kind != .account }
      let column = matrix.column
      matrix.row = rows.min { (state($0, column), $0) < (state($1, column), $1) } ?? matrix.row
    } else {
      let row = matrix.row
      matrix.column = arrangement.columns.indices.min { (state(row, $0), $0) < (state(row, $1), $1) } ?? 0
    }
    rememberSubjects()
    keepCursorVisible()
  }

  /// Exchanges rows and columns.
  mutating func transpose() -> [Effect] {
    matrix.isTransposed.toggle()
    matrix.header = matrix.header?.other
    matrix.showsDifferences = false
    swap(&matrix.showsAllRows, &matrix.showsAllColumns)
    matrix.firstRow = 0
    matrix.firstColumn = 0
    return arrangeAfresh()
  }

  private mutating func followSubjects(_ axes: MatrixAxes) {
    let arrangement = matrix.arrangement
    if let row = place(of: axes.rowAxis, arrangement.rows, arrangement.rowIDs, axes) { matrix.row = row }
    if let column = place(of: axes.columnAxis, arrangement.columns, arrangement.columnIDs, axes) {
      matrix.column = column
    }
    matrix.row = max(0, min(matrix.row, arrangement.rows.count - 1))
    matrix.column = max(0, min(matrix.column, arrangement.columns.count - 1))
  }

  /// Where what the cursor was on is now: the line that holds its subject, of two such lines the one that it was on. A
  /// group whose subject is gone is still that group.
  private func place(
    of axis: Axis, _ lines: [MatrixLine], _ ids: [MatrixLineID], _ axes: MatrixAxes
  ) -> Int? {
    let same = matrix.lines[axis].flatMap { ids.firstIndex(of: $0) }
    guard let subject = matrix.subjects[axis], let place = axes.picture.place(of: subject) else {
      return same
    }
    if let same, lines[same].members.contains(place) { return same }
    return lines.firstIndex { $0.kind != .account && $0.members.contains(place) } ?? same
  }

  /// Remembers what the cursor is on.
  mutating func rememberSubjects() {
    guard let axes = matrixAxes else { return }
    remember(axes.rowAxis, line: matrix.row, matrix.arrangement.rows, matrix.arrangement.rowIDs, axes)
    remember(
      axes.columnAxis, line: matrix.column, matrix.arrangement.columns, matrix.arrangement.columnIDs, axes)
  }

  private mutating func remember(
    _ axis: Axis, line: Int, _ lines: [MatrixLine], _ ids: [MatrixLineID], _ axes: MatrixAxes
  ) {
    guard lines.indices.contains(line), ids.indices.contains(line) else { return }
    matrix.lines[axis] = ids[line]
    // In a line of several the subject that led there is not forgotten: the way back leads to it.
    if let place = matrix.subjects[axis].flatMap(axes.picture.place), lines[line].members.contains(place) {
      return
    }
    matrix.subjects[axis] = axes.picture.subject(lines[line].place, on: axis)
  }

  /// The places of the cell under the cursor; of a cell that stands for several, the first in its state.
  func placeUnderCursor(_ axes: MatrixAxes) -> (row: Int, column: Int)? {
    let arrangement = matrix.arrangement
    guard arrangement.rows.indices.contains(matrix.row),
      arrangement.columns.indices.contains(matrix.column)
    else { return nil }
    let row = arrangement.rows[matrix.row]
    let column = arrangement.columns[matrix.column]
    if !row.isGroup && !column.isGroup { return (row.place, column.place) }
    let state = arrangement.cell(row: matrix.row, column: matrix.column, axes).cell.state
    return axes.places(rows: row.members, columns: column.members, state: state, limit: 1).first
  }

  /// All subjects that the line under the cursor stands for; one mostly, more where equal lines are collapsed, an
  /// account is selected or the axis is zoomed out. Empty where the axis is not on this face.
  package func subjectsUnderCursor(_ axis: Axis) -> [Subject] {
    guard let axes = matrixAxes else { return [] }
    let isRow = axes.rowAxis == axis
    guard isRow || axes.columnAxis == axis else { return [] }
    let lines = isRow ? matrix.arrangement.rows : matrix.arrangement.columns
    let line = isRow ? matrix.row : matrix.column
    guard lines.indices.contains(line) else { return [] }
    return lines[line].members.compactMap { axes.picture.subject($0, on: axis) }
  }
}
