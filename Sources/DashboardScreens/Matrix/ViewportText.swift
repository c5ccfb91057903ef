// Says which rows and columns of a matrix larger than the screen are seen.

import DashboardModel

/// `rows 1-21 of 141, columns 2,173-2,241 of 4,986`; empty where everything is seen.
struct ViewportText {
  let text: String

  init(_ matrix: MatrixState, layout: MatrixLayout) {
    let rows = Self.rows(matrix, layout: layout)
    let columns = Self.part(
      "columns", first: matrix.firstColumn, shown: layout.columnsThatFit(from: matrix.firstColumn),
      of: matrix.arrangement.columns.count)
    text = [rows, columns].compactMap { $0 }.joined(separator: ", ")
  }

  /// `rows 1-21 of 141`; nil where all rows are seen.
  static func rows(_ matrix: MatrixState, layout: MatrixLayout) -> String? {
    part("rows", first: matrix.firstRow, shown: layout.bodyRows, of: matrix.arrangement.rows.count)
  }

  private static func part(_ noun: String, first: Int, shown: Int, of count: Int) -> String? {
    if shown >= count || shown == 0 { return nil }
    let last = min(count, first + shown)
    let (from, to) = (NumberText.grouped(first + 1), NumberText.grouped(last))
    return "\(noun) \(from)-\(to) of \(NumberText.grouped(count))"
  }
}
