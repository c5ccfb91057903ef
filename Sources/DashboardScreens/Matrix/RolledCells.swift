// Cells of lines that stand for several subjects: the worst state and how often it occurs, computed once an arrangement.

package import DashboardModel

/// The cells of rolled-up lines. A row has cells here where it is a group or any column is one.
package struct RolledCells: Sendable {
  /// For each arranged row its row in the table; -1 where the cells of its first member speak for it.
  private var tableRows: [Int32] = []
  private var width = 0
  /// A state in the upper 5 bits and how often it occurs in the others: one word a cell.
  private var table: [UInt32] = []
  private static let countBits: UInt32 = 27

  /// No line stands for several.
  package init() {}

  /// The worst cell of a row and column of the arrangement, and how many of their members' cells are in that state.
  package func cell(row: Int, column: Int) -> (cell: DashboardModel.Cell, count: Int)? {
    guard row < tableRows.count, tableRows[row] >= 0 else { return nil }
    let index = Int(tableRows[row]) * width + column
    let state = UInt8(truncatingIfNeeded: table[index] >> Self.countBits)
    return (Cell(CellState(rawValue: state) ?? .blank), Int(table[index] & (1 << Self.countBits - 1)))
  }

  /// Rolls up. Cost: one pass over the cells of the rows concerned.
  init(rows: [MatrixLine], columns: [MatrixLine], axes: MatrixAxes) {
    let hasColumnGroups = columns.contains { $0.isGroup }
    var concerned: [Int] = []
    tableRows = [Int32](repeating: -1, count: rows.count)
    for (row, line) in rows.enumerated() where hasColumnGroups || line.isGroup {
      tableRows[row] = Int32(concerned.count)
      concerned.append(row)
    }
    guard !concerned.isEmpty else { return }
    width = columns.count
    let blank = UInt32(CellState.blank.rawValue) << Self.countBits
    table = [UInt32](repeating: blank, count: concerned.count * width)
    let columnOfPlace = Self.lineOfPlace(columns, count: axes.columnCount)
    // A credential spec has its own row and one in its account's: two passes, each with one row a place.
    let accounts = concerned.filter { rows[$0].kind == .account }
    let others = concerned.filter { rows[$0].kind != .account }
    for part in [accounts, others] where !part.isEmpty {
      var rowOfPlace = [Int32](repeating: -1, count: axes.rowCount)
      for row in part { for place in rows[row].members { rowOfPlace[place] = tableRows[row] } }
      if axes.isTransposed {
        count(axes.cells, majorStep: 1, columnOfPlace, minorStep: width, rowOfPlace)
      } else {
        count(axes.cells, majorStep: width, rowOfPlace, minorStep: 1, columnOfPlace)
      }
    }
  }

  private static func lineOfPlace(_ lines: [MatrixLine], count: Int) -> [Int32] {
    var lineOfPlace = [Int32](repeating: -1, count: count)
    for (index, line) in lines.enumerated() {
      for place in line.members { lineOfPlace[place] = Int32(index) }
    }
    return lineOfPlace
  }

  /// Goes over the cells as they are stored, row by row, and counts each for the line of its row and of its column.
  private mutating func count(
    _ cells: StateMatrix, majorStep: Int, _ majorLine: [Int32], minorStep: Int, _ minorLine: [Int32]
  ) {
    let offsets = minorLine.map { $0 < 0 ? -1 : Int($0) * minorStep }
    table.withUnsafeMutableBufferPointer { table in
      offsets.withUnsafeBufferPointer { offsets in
        for major in 0..<min(cells.rows, majorLine.count) where majorLine[major] >= 0 {
          let base = Int(majorLine[major]) * majorStep
          cells.bytes(ofRow: major).withUnsafeBufferPointer { Self.count($0, offsets, from: base, in: table) }
        }
      }
    }
  }

  private static func count(
    _ bytes: UnsafeBufferPointer<UInt8>, _ offsets: UnsafeBufferPointer<Int>, from base: Int,
    in table: UnsafeMutableBufferPointer<UInt32>
  ) {
    for place in 0..<min(bytes.count, offsets.count) where offsets[place] >= 0 {
      let index = base + offsets[place]
      let state = UInt32(bytes[place] & StateMatrix.stateMask)
      let known = table[index] >> countBits
      if state < known {
        table[index] = state << countBits | 1
      } else if state == known {
        table[index] &+= 1
      }
    }
  }
}
