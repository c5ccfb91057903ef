// Why a matrix has nothing to show, in words: under its header and in the linear mode alike.

import DashboardModel

/// Why a matrix has no rows or no columns.
enum EmptyMatrixText {
  /// The reason, and what brings something back.
  static func text(_ state: AppState, _ axes: MatrixAxes) -> String {
    let clear = state.keys.name(of: "clear filter")
    if let term = state.matrix.arrangement.filterMatches?.unmatched.first {
      return "\(FilterFaultText.words(unmatched: term)); \(clear) clears the filter"
    }
    if !state.matrix.filter.isEmpty { return "nothing is left by this filter; \(clear) clears it" }
    let axis = axes.rowCount == 0 ? axes.rowAxis : axes.columnAxis
    return "no \(axis.word) was found in what was read"
  }
}
