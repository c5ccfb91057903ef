// How the matrix screen changes: arranging, turning the cube, following subjects.

import DashboardModel

extension AppState {
  /// Arranges the face anew after the picture, the face or the filter changed. The cursor follows its subjects.
  mutating func arrangeMatrix() {
    guard let axes = matrixAxes else { return }
    matrix.arrangement = MatrixArranging(axes: axes, state: matrix).arrangement()
    matrix.resetsOrder = false
    followSubjects(axes)
    keepCursorVisible()
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
    return arrangeAfresh()
  }

  /// Exchanges rows and columns.
  mutating func transpose() -> [Effect] {
    matrix.isTransposed.toggle()
    swap(&matrix.showsAllRows, &matrix.showsAllColumns)
    matrix.firstRow = 0
    matrix.firstColumn = 0
    return arrangeAfresh()
  }

  private mutating func followSubjects(_ axes: MatrixAxes) {
    let arrangement = matrix.arrangement
    if let place = matrix.subjects[axes.rowAxis].flatMap(axes.picture.place),
      let row = arrangement.rows.firstIndex(where: { !$0.isGroup && $0.place == place })
    {
      matrix.row = row
    }
    if let place = matrix.subjects[axes.columnAxis].flatMap(axes.picture.place),
      let column = arrangement.columns.firstIndex(where: { $0.place == place })
    {
      matrix.column = column
    }
    matrix.row = max(0, min(matrix.row, arrangement.rows.count - 1))
    matrix.column = max(0, min(matrix.column, arrangement.columns.count - 1))
  }

  /// Remembers what the cursor is on.
  mutating func rememberSubjects() {
    guard let axes = matrixAxes else { return }
    if matrix.arrangement.rows.indices.contains(matrix.row) {
      let line = matrix.arrangement.rows[matrix.row]
      matrix.subjects[axes.rowAxis] = axes.picture.subject(line.place, on: axes.rowAxis)
    }
    if matrix.arrangement.columns.indices.contains(matrix.column) {
      let place = matrix.arrangement.columns[matrix.column].place
      matrix.subjects[axes.columnAxis] = axes.picture.subject(place, on: axes.columnAxis)
    }
  }
}
