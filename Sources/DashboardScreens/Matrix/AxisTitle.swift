// What stands in the corner of the matrix for an axis: its word, and what it is zoomed out to.

import DashboardModel

/// `HOST`, or `HOST by pool`.
struct AxisTitle {
  let text: String

  init(_ axis: Axis, _ state: MatrixState) {
    text = axis.word.uppercased() + (state.zoom[axis].map { " by \($0.words)" } ?? "")
  }
}
