// One face as the screen sees it: rows and columns, exchanged where the operator asked for it.

import DashboardModel

/// A face of a picture, transposed or not.
struct MatrixAxes {
  let picture: Picture
  let face: Face
  let isTransposed: Bool
  private let matrix: StateMatrix

  init(picture: Picture, face: Face, isTransposed: Bool) {
    self.picture = picture
    self.face = face
    self.isTransposed = isTransposed
    matrix = picture.matrix(face)
  }

  var rowAxis: Axis { isTransposed ? face.columnAxis : face.rowAxis }
  var columnAxis: Axis { isTransposed ? face.rowAxis : face.columnAxis }
  var rowCount: Int { isTransposed ? matrix.columns : matrix.rows }
  var columnCount: Int { isTransposed ? matrix.rows : matrix.columns }

  /// The cell at places of the shown axes.
  func cell(_ row: Int, _ column: Int) -> DashboardModel.Cell {
    isTransposed ? matrix[column, row] : matrix[row, column]
  }

  /// Counts of a shown row; blank and eligible cells are not counted on every axis.
  func counts(ofRow row: Int) -> StateCounts {
    isTransposed ? matrix.columnCounts[row] : matrix.rowCounts[row]
  }

  /// Counts of all members of a line: of a subject, or of an account group together.
  func counts(of line: MatrixLine) -> StateCounts { counts(ofRows: line.members) }

  /// Counts of some rows together.
  func counts(ofRows rows: [Int]) -> StateCounts {
    var counts = StateCounts()
    for row in rows { counts.add(self.counts(ofRow: row)) }
    return counts
  }

  /// Counts of a shown column; blank and eligible cells are not counted on every axis.
  func counts(ofColumn column: Int) -> StateCounts {
    isTransposed ? matrix.rowCounts[column] : matrix.columnCounts[column]
  }

  func explanation(_ row: Int, _ column: Int) -> CellExplanation? {
    isTransposed
      ? picture.explanation(row: column, column: row, of: face)
      : picture.explanation(row: row, column: column, of: face)
  }

  var hasProblem: Bool { matrix.rowCounts.contains { $0.problems > 0 } }
}

extension AppState {
  /// The face that is shown; nil before the first picture.
  var matrixAxes: MatrixAxes? {
    picture.map { MatrixAxes(picture: $0, face: matrix.face, isTransposed: matrix.isTransposed) }
  }
}
