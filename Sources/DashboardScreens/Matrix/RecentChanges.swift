// Which cells changed a moment ago: what was on the screen is compared with what comes, picture by picture.

package import DashboardModel

/// Cells that changed within the last five seconds. Only cells that were seen are compared, so that a picture costs what
/// the screen shows and a look at each line, not what the fleet holds.
package struct RecentChanges: Sendable {
  /// How long a change is shown.
  package static let lifetime = Duration.seconds(5)

  private struct Change {
    let row: MatrixLineID
    let column: MatrixLineID
    let end: Timestamp
  }

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  private var changes: [Change] = []
  /// The changes on the lines of the present arrangement.
  private var ends: [Place: Timestamp] = [:]

  /// No changes.
  package init() {}

  /// Whether a cell of the arrangement changed a moment ago.
  package func isChanged(row: Int, column: Int, at now: Timestamp) -> Bool {
    if ends.isEmpty { return false }
    guard let end = ends[Place(row: row, column: column)] else { return false }
    return now < end
  }

  /// How long until the next change is no longer shown; nil where none is.
  package func untilNextEnd(_ now: Timestamp) -> Duration? {
    ends.values.filter { now < $0 }.min().map { $0.since(now) }
  }

  /// Notes what of the cells that were seen is otherwise in an arrangement. A change is forgotten when its time is over.
  mutating func note(_ seen: SeenCells, _ arrangement: MatrixArrangement, _ axes: MatrixAxes, now: Timestamp)
  {
    changes.removeAll { $0.end <= now }
    let end = now.advanced(by: Self.lifetime)
    let rows = Self.found(seen.rows, in: arrangement.rowIDs)
    let columns = Self.found(seen.columns, in: arrangement.columnIDs)
    for (row, oldRow) in rows {
      for (column, oldColumn) in columns {
        let cell = arrangement.cell(row: row, column: column, axes)
        if SeenCells.Look(cell) == seen.look(oldRow, oldColumn) { continue }
        changes.append(
          Change(row: arrangement.rowIDs[row], column: arrangement.columnIDs[column], end: end))
      }
    }
  }

  /// Finds the places of the changes in an arrangement, after each that was made.
  mutating func place(in arrangement: MatrixArrangement) {
    ends = [:]
    if changes.isEmpty { return }
    var rows: [MatrixLineID: Int] = [:]
    var columns: [MatrixLineID: Int] = [:]
    for (index, id) in arrangement.rowIDs.enumerated() { rows[id] = index }
    for (index, id) in arrangement.columnIDs.enumerated() { columns[id] = index }
    for change in changes {
      if let row = rows[change.row], let column = columns[change.column] {
        ends[Place(row: row, column: column)] = change.end
      } else if let row = rows[change.column], let column = columns[change.row] {
        // The matrix was transposed meanwhile.
        ends[Place(row: row, column: column)] = change.end
      }
    }
  }

  /// Lines that were seen and are there still: their new place and their place among those that were seen.
  private static func found(_ seen: [MatrixLineID], in lines: [MatrixLineID]) -> [(new: Int, old: Int)] {
    var places: [MatrixLineID: Int] = [:]
    for (index, id) in seen.enumerated() { places[id] = index }
    return lines.enumerated().compactMap { index, id in places[id].map { (index, $0) } }
  }
}

/// What was on the screen before a new picture.
struct SeenCells {
  /// What a cell looks like; of a group's cell also how many it counts.
  struct Look: Hashable {
    let cell: DashboardModel.Cell
    let count: Int

    init(_ shown: (cell: DashboardModel.Cell, count: Int)) {
      cell = shown.cell
      count = shown.count
    }
  }

  let rows: [MatrixLineID]
  let columns: [MatrixLineID]
  private let looks: [Look]

  init(_ arrangement: MatrixArrangement, _ axes: MatrixAxes, rows: Range<Int>, columns: Range<Int>) {
    let rows = rows.clamped(to: arrangement.rowIDs.indices)
    let columns = columns.clamped(to: arrangement.columnIDs.indices)
    self.rows = Array(arrangement.rowIDs[rows])
    self.columns = Array(arrangement.columnIDs[columns])
    looks = rows.flatMap { row in
      columns.map { column in Look(arrangement.cell(row: row, column: column, axes)) }
    }
  }

  func look(_ row: Int, _ column: Int) -> Look { looks[row * columns.count + column] }
}
