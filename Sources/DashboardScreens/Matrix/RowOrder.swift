// The orders of the rows: what `s` goes through.

package import DashboardModel

/// By what rows are sorted.
package enum RowOrder: Hashable, Sendable {
  /// The worst state first, of equal ones the one with more problems.
  case worst
  /// By cluster, namespace and name, numbers as numbers.
  case name
  /// The most problems first.
  case problems
  /// The most cells in one state first.
  case count(CellState)

  /// What the line of faces says.
  package var words: String { self == .worst ? "worst first" : "by \(word)" }

  /// The same where room is short.
  package var word: String {
    switch self {
    case .worst: "worst"
    case .name: "name"
    case .problems: "problems"
    case .count(let state): state.word
    }
  }

  /// The orders that tell rows of a face apart: by states only where somebody has them.
  static func all(for axes: MatrixAxes) -> [RowOrder] {
    var total = StateCounts()
    for place in 0..<axes.rowCount { total.add(axes.counts(of: place, .rows)) }
    let states = axes.face.states.filter { $0 <= .unverified && total[$0] > 0 }
    return [.worst, .name, .problems] + states.map { .count($0) }
  }

  /// What a row is sorted by, ascending: the figures of this order first, then those of `worst`.
  func rank(_ counts: StateCounts, place: Int) -> RowRank {
    let worst = counts.worst
    let severity = Int((worst.isProblem ? worst : min(worst, .deployed)).rawValue)
    switch self {
    case .worst: return RowRank(first: severity, second: -counts.problems, place: place)
    case .name: return RowRank(first: 0, second: 0, place: place)
    case .problems: return RowRank(first: -counts.problems, second: severity, place: place)
    case .count(let state): return RowRank(first: -counts[state], second: severity, place: place)
    }
  }
}

extension MatrixState {
  /// The order of the rows; a star where newer pictures would have brought them into another.
  var orderWords: String { order.words + orderMarks }
  /// The same where room is short.
  var orderWord: String { order.word + orderMarks }

  private var orderMarks: String {
    (isReversed ? " reversed" : "") + (arrangement.isOutOfOrder ? "*" : "")
  }
}

/// The figures that a row is sorted by.
struct RowRank: Comparable {
  let first: Int
  let second: Int
  /// The place on the axis: axes are sorted by name.
  let place: Int

  static func < (left: RowRank, right: RowRank) -> Bool {
    if left.first != right.first { return left.first < right.first }
    return left.second == right.second ? left.place < right.place : left.second < right.second
  }
}
