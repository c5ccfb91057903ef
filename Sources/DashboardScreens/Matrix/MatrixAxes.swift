// One face as the screen sees it: rows and columns, exchanged where the operator asked for it.

import DashboardModel

/// A face of a picture, transposed or not.
struct MatrixAxes {
  let picture: Picture
  let face: Face
  let isTransposed: Bool
  /// The cells of the face, not transposed.
  let cells: StateMatrix

  init(picture: Picture, face: Face, isTransposed: Bool) {
    self.picture = picture
    self.face = face
    self.isTransposed = isTransposed
    cells = picture.matrix(face)
  }

  var rowAxis: Axis { axis(.rows) }
  var columnAxis: Axis { axis(.columns) }
  var rowCount: Int { count(.rows) }
  var columnCount: Int { count(.columns) }

  /// Whether a side's lines are rows of the cells as they are stored, so that each is one array.
  func isStoredByRow(_ side: MatrixSide) -> Bool { (side == .rows) != isTransposed }

  /// What stands on a side.
  func axis(_ side: MatrixSide) -> Axis { isStoredByRow(side) ? face.rowAxis : face.columnAxis }

  /// How many subjects a side has.
  func count(_ side: MatrixSide) -> Int { isStoredByRow(side) ? cells.rows : cells.columns }

  /// The cell at places of the shown axes.
  func cell(_ row: Int, _ column: Int) -> DashboardModel.Cell {
    isTransposed ? cells[column, row] : cells[row, column]
  }

  /// Counts of a place; blank and eligible cells are not counted on every axis.
  func counts(of place: Int, _ side: MatrixSide) -> StateCounts {
    isStoredByRow(side) ? cells.rowCounts[place] : cells.columnCounts[place]
  }

  /// Counts of all members of a line together.
  func counts(of line: MatrixLine, _ side: MatrixSide) -> StateCounts {
    if line.members.count == 1 { return counts(of: line.place, side) }
    var counts = StateCounts()
    for place in line.members { counts.add(self.counts(of: place, side)) }
    return counts
  }

  func explanation(_ row: Int, _ column: Int) -> CellExplanation? {
    isTransposed
      ? picture.explanation(row: column, column: row, of: face)
      : picture.explanation(row: row, column: column, of: face)
  }

  var hasProblem: Bool { cells.rowCounts.contains { $0.problems > 0 } }

  /// What a line is, over pictures.
  func id(of line: MatrixLine, _ side: MatrixSide) -> MatrixLineID? {
    if let group = line.group { return .group(group) }
    guard let subject = picture.subject(line.place, on: axis(side)) else { return nil }
    return line.kind == .account ? .account(subject) : .subject(subject)
  }
}

extension AppState {
  /// The face that is shown; nil before the first picture.
  var matrixAxes: MatrixAxes? {
    picture.map { MatrixAxes(picture: $0, face: matrix.face, isTransposed: matrix.isTransposed) }
  }
}
