// What every format shows: one face, cluster by cluster, with what is asked for and what is left out.

import DashboardModel

/// A picture as a report shows it. Cells across clusters are never concerned, so each cluster is a matrix of
/// its own.
struct Report {
  let picture: Picture
  let options: ReportOptions
  let sections: [ReportSection]

  init(_ picture: Picture, _ options: ReportOptions) {
    self.picture = picture
    self.options = options
    sections = ReportSection.all(of: picture, options)
  }

  var face: Face { options.face }
  var matrix: StateMatrix { picture.matrix(face) }

  /// The cells of the whole face by state.
  var counts: StateCounts {
    matrix.rowCounts.reduce(into: StateCounts()) { $0.add($1) }
  }

  /// The states that lists of cells show, worst first.
  var listedStates: [CellState] {
    CellState.allCases.filter { $0.isProblem || (options.only == .all && $0 == .unverified) }
  }

  /// Whether a cell is asked for.
  func includes(_ cell: Cell) -> Bool {
    options.only == .all ? cell.state != .blank : cell.state.isProblem
  }

  /// Cells asked for, row by row in the order of the sections.
  func forEachCell(_ body: (ReportCell) -> Void) {
    let matrix = matrix
    for section in sections {
      for row in section.rows {
        for column in section.columns {
          let cell = matrix[row, column]
          if includes(cell) { body(ReportCell(self, row, column, cell)) }
        }
      }
    }
  }

  /// Cells in a state, row by row in the order of the sections.
  func forEachCell(in state: CellState, _ body: (ReportCell) -> Void) {
    let matrix = matrix
    for section in sections {
      for row in section.rows where matrix.rowCounts[row][state] > 0 {
        for column in section.columns where matrix[row, column].state == state {
          body(ReportCell(self, row, column, matrix[row, column]))
        }
      }
    }
  }

  /// What is left out, a sentence each.
  var omissions: [String] {
    var sentences: [String] = []
    let rows = sections.reduce(0) { $0 + $1.hiddenRows }
    let columns = sections.reduce(0) { $0 + $1.hiddenColumns }
    if rows + columns > 0 {
      let what = [(rows, face.rowAxis), (columns, face.columnAxis)].filter { $0.0 > 0 }
        .map { Self.count($0.0, $0.1.word) }.joined(separator: " and ")
      sentences.append("\(what) without a problem (--only all shows them)")
    }
    let unverified = counts[.unverified]
    if unverified > 0, options.only == .problems {
      sentences.append("\(Self.count(unverified, "unverified cell")) (--only all lists them with the reason)")
    }
    if picture.hiddenHostCount > 0 {
      sentences.append("\(Self.count(picture.hiddenHostCount, "node")) without Windows containers")
    }
    return sentences
  }

  /// A number with its noun.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// What is there to say where no cell is a problem. Unknown is not fine, so it is never silent about it.
  var allClear: String {
    let unverified = counts[.unverified]
    return unverified == 0
      ? "No problem in this face."
      : "No problem in this face as far as was read; \(Self.count(unverified, "cell")) could not be verified."
  }
}
