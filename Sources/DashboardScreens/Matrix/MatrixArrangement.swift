// Which rows and columns are shown, and in which order: computed when the picture or the filter changes, not per frame.

package import DashboardModel
import TerminalCanvas

/// Rows and columns in the order in which they are shown, with all that a frame would otherwise have to count.
package struct MatrixArrangement: Sendable {
  /// The rows.
  package var rows: [MatrixLine] = []
  /// The columns.
  package var columns: [MatrixLine] = []
  /// What each row is, over pictures.
  package var rowIDs: [MatrixLineID] = []
  /// What each column is, over pictures.
  package var columnIDs: [MatrixLineID] = []
  /// Counts of each row over the whole other axis; blank and eligible cells are not counted on every axis.
  package var rowCounts: [StateCounts] = []
  /// Counts of each column over the whole other axis; blank and eligible cells are not counted on every axis.
  package var columnCounts: [StateCounts] = []
  /// The worst state of each column, for the overview.
  package var worstOfColumns: [CellState] = []
  /// The groups that the columns stand in, as ranges of `columns`.
  package var columnGroups: [ColumnGroup] = []
  /// Cells of lines that stand for several subjects.
  package var rolled = RolledCells()
  /// What the names of all columns have in common; written once, beside the axis.
  package var commonPrefix = ""
  /// Terminal columns of the longest row label.
  package var longestRowName = 0
  /// The most subjects that one column stands for.
  package var largestColumn = 1
  /// Subjects of the row axis that are shown, each once.
  package var shownRows = 0
  /// Subjects of the column axis that are shown, each once.
  package var shownColumns = 0
  /// Subjects that the filter lets through and that are hidden because they have no problem.
  package var hiddenRows = 0
  /// Subjects that the filter lets through and that are hidden because they have no problem.
  package var hiddenColumns = 0
  /// Whether a fresh order would be another: rows stay where they are while pictures come.
  package var isOutOfOrder = false
  /// What the filter lets through; nil without one.
  package var filterMatches: FilterMatches?
  /// What is marked without hiding the rest.
  package var highlighted = HighlightedLines()

  /// Rows without those that only repeat their members' cells.
  package var ownRowCount: Int { rows.count { $0.kind != .account } }

  /// What a cell of the matrix shows, and of how many cells it speaks: those of its members in the state shown.
  func cell(row: Int, column: Int, _ axes: MatrixAxes) -> (cell: DashboardModel.Cell, count: Int) {
    if let rolled = rolled.cell(row: row, column: column) { return rolled }
    let count = rows[row].members.count * columns[column].members.count
    return (axes.cell(rows[row].place, columns[column].place), count)
  }
}

/// Columns that share a cluster and the beginning of their names.
package struct ColumnGroup: Hashable, Sendable {
  /// What makes it this group, over pictures.
  package struct Key: Hashable, Sendable {
    /// The cluster of its columns; nil where they are of several.
    package var cluster: ClusterName?
    /// How their names begin.
    package var prefix: String
  }
  /// What makes it this group.
  package var key: Key
  /// What their names have in common beyond `commonPrefix`.
  package var label: String
  /// Their columns in the arrangement.
  package var range: Range<Int>
  /// For each column what its name has of its own, written from top to bottom.
  package var tails: [String]
  /// Characters of the longest tail.
  package var longestTail: Int

  /// Terminal columns of the label, which for names from outside are not its characters.
  var labelColumns: Int { DisplayText(label).columns }
}
