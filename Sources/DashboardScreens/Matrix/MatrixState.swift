// What the matrix screen remembers: the face, what is shown of it, and where the cursor is.

package import DashboardModel

/// The state of the matrix screen.
package struct MatrixState: Sendable {
  /// What `=` puts into one line.
  package enum Collapse: Hashable, Sendable {
    /// Each subject has its line.
    case nothing
    /// Columns that are equal in every shown row.
    case columns
    /// Rows that are equal in every shown column too.
    case columnsAndRows
  }

  /// The face that is shown.
  package var face = Face.credentialSpecByHost
  /// Whether rows and columns are exchanged.
  package var isTransposed = false
  /// Rows without a problem too.
  package var showsAllRows = false
  /// Columns without a problem too.
  package var showsAllColumns = false
  /// What is shown; while a wrong one is typed, the last good one.
  package var filter = Filter()
  /// What is marked without hiding the rest.
  package var highlight = Filter()
  /// What stands in one line because it is equal.
  package var collapse = Collapse.nothing
  /// What an axis is zoomed out to; axes without an entry show each subject. It is the axis that is zoomed, not the
  /// side: the cube may be turned.
  package var zoom: [Axis: MatrixGrouping] = [:]
  /// By what rows are sorted.
  package var order = RowOrder.worst
  /// Whether the order is turned around.
  package var isReversed = false
  /// Subjects that were marked, on every face alike.
  package var marks: Set<Subject> = []
  /// Whether only the marked rows are shown, and of them the columns in which they are not equal.
  package var showsDifferences = false
  /// Rows and columns in the order in which they are shown.
  package var arrangement = MatrixArrangement()
  /// Which rows of the arrangement hold marked subjects.
  package var rowMarks: [Int: RowMark] = [:]
  /// Cells that changed within the last seconds.
  package var changes = RecentChanges()
  /// The cursor's row in the arrangement.
  package var row = 0
  /// The cursor's column in the arrangement.
  package var column = 0
  /// The side whose header the cursor is on, instead of the cell where its row and its column cross; nil: on the cell.
  package var header: MatrixSide?
  /// The first row that is drawn.
  package var firstRow = 0
  /// The first column that is drawn.
  package var firstColumn = 0
  /// The subjects that the cursor is on; they are followed when the order changes and when the cube turns.
  package var subjects: [Axis: Subject] = [:]
  /// The lines that the cursor is on, which may stand for several subjects.
  var lines: [Axis: MatrixLineID] = [:]
  /// Whether the next arrangement may bring rows into a new order. Else rows that stay keep their order, so that a
  /// living cluster does not shuffle the screen under the operator's eyes.
  package var resetsOrder = true
}

/// How much of a row is marked.
package enum RowMark: Hashable, Sendable {
  /// All that it stands for.
  case whole
  /// Some of what it stands for.
  case part
}
