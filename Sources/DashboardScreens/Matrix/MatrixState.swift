// What the matrix screen remembers: the face, what is shown of it, and where the cursor is.

package import DashboardModel

/// The state of the matrix screen.
package struct MatrixState: Sendable {
  /// The face that is shown.
  package var face = Face.credentialSpecByHost
  /// Whether rows and columns are exchanged.
  package var isTransposed = false
  /// Rows without a problem too.
  package var showsAllRows = false
  /// Columns without a problem too.
  package var showsAllColumns = false
  /// The filter as typed.
  package var filterText = ""
  /// Rows and columns in the order in which they are shown.
  package var arrangement = MatrixArrangement()
  /// The cursor's row in the arrangement.
  package var row = 0
  /// The cursor's column in the arrangement.
  package var column = 0
  /// The first row that is drawn.
  package var firstRow = 0
  /// The first column that is drawn.
  package var firstColumn = 0
  /// The subjects that the cursor is on; they are followed when the order changes and when the cube turns.
  package var subjects: [Axis: Subject] = [:]
  /// Whether the next arrangement may bring rows into a new order. Else rows that stay keep their order, so that a
  /// living cluster does not shuffle the screen under the operator's eyes.
  package var resetsOrder = true
}
