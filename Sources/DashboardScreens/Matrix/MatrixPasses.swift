// Passes over all cells of a face for a side of the matrix, each over the cells as they are stored.

import DashboardModel

extension MatrixAxes {
  /// Classes of places whose cells are equal at all the given places of the other side.
  func equal(_ places: [Int], _ side: MatrixSide, across others: [Int]) -> [[Int]] {
    let lines = EqualLines(cells)
    return isStoredByRow(side) ? lines.rows(places, across: others) : lines.columns(places, across: others)
  }

  /// For each place of a side whether it has a problem at one of the given places of the other side.
  func placesWithProblem(_ side: MatrixSide, across others: [Int]) -> [Bool] {
    var found = [Bool](repeating: false, count: count(side))
    if isStoredByRow(side) {
      for place in found.indices where cells.rowCounts[place].problems > 0 {
        let bytes = cells.bytes(ofRow: place)
        found[place] = others.contains { Self.isProblem(bytes[$0]) }
      }
      return found
    }
    for other in others where cells.rowCounts[other].problems > 0 {
      let bytes = cells.bytes(ofRow: other)
      for place in 0..<min(bytes.count, found.count) where Self.isProblem(bytes[place]) {
        found[place] = true
      }
    }
    return found
  }

  private static func isProblem(_ byte: UInt8) -> Bool {
    byte & StateMatrix.stateMask < CellState.unverified.rawValue
  }

  /// How often each state occurs where some rows meet some columns. Cost: these cells.
  func tally(rows: [Int], columns: [Int]) -> StateCounts {
    let (majors, minors) = isTransposed ? (columns, rows) : (rows, columns)
    var counts = StateCounts()
    if minors.count == cells.columns {
      for major in majors { counts.add(cells.rowCounts[major]) }
      return counts
    }
    var tally = [Int](repeating: 0, count: 32)
    tally.withUnsafeMutableBufferPointer { tally in
      for major in majors {
        cells.bytes(ofRow: major).withUnsafeBufferPointer { bytes in
          for minor in minors where minor < bytes.count {
            tally[Int(bytes[minor] & StateMatrix.stateMask)] &+= 1
          }
        }
      }
    }
    for state in CellState.allCases { counts[state] = tally[Int(state.rawValue)] }
    return counts
  }

  /// The first places where some rows meet some columns in a state, in the order in which cells are stored; rows of the
  /// cells in which nothing is in that state are passed over.
  func places(rows: [Int], columns: [Int], state: CellState, limit: Int) -> [(row: Int, column: Int)] {
    let (majors, minors) = isTransposed ? (columns, rows) : (rows, columns)
    var found: [(row: Int, column: Int)] = []
    for major in majors where cells.rowCounts[major][state] > 0 {
      let bytes = cells.bytes(ofRow: major)
      for minor in minors where bytes[minor] & StateMatrix.stateMask == state.rawValue {
        if found.count == limit { return found }
        found.append(isTransposed ? (minor, major) : (major, minor))
      }
      if found.count == limit { return found }
    }
    return found
  }
}
