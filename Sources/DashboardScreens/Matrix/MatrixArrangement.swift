// Which rows and columns are shown, and in which order: computed when the picture or the filter changes, not per frame.

import DashboardModel

/// Rows and columns in the order in which they are shown.
package struct MatrixArrangement: Sendable {
  /// The rows.
  package var rows: [MatrixLine] = []
  /// The columns. Columns are never rolled up here: each has one member.
  package var columns: [MatrixLine] = []
  /// The groups that the columns stand in, as ranges of `columns`.
  package var columnGroups: [ColumnGroup] = []
  /// What the names of all columns have in common; written once, beside the axis.
  package var commonPrefix = ""
  /// Terminal columns of the longest row label.
  package var longestRowName = 0
  /// Rows that the filter lets through and that are hidden because they have no problem.
  package var hiddenRows = 0
  /// Columns that the filter lets through and that are hidden because they have no problem.
  package var hiddenColumns = 0
  /// Words of the filter that match no name at all.
  package var unmatchedWords: [String] = []
}

/// A row or column: one subject, or an account group rolled up.
package struct MatrixLine: Hashable, Sendable {
  /// Places on the axis; one for a subject, all members for a group.
  package var members: [Int]
  /// Whether it stands for its members together.
  package var isGroup: Bool
  /// Whether it belongs to the group above it.
  package var isMember: Bool

  /// The place of a single subject.
  package var place: Int { members.first ?? 0 }
}

/// Columns that share a cluster and the beginning of their names.
package struct ColumnGroup: Hashable, Sendable {
  /// What their names have in common beyond `commonPrefix`.
  package var label: String
  /// Their columns in the arrangement.
  package var range: Range<Int>
  /// For each column what its name has of its own, written from top to bottom.
  package var tails: [String]
}
