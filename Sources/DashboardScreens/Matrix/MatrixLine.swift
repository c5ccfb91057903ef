// A row or a column of the matrix: one subject, or several that are shown as one.

package import DashboardModel

/// A row or column of the matrix.
package struct MatrixLine: Hashable, Sendable {
  /// Why several subjects stand in one line.
  package enum Kind: Hashable, Sendable {
    /// One subject alone.
    case subject
    /// Subjects whose cells are equal on every line of the other axis that is shown.
    case equal
    /// The credential specs of one account, rolled up above their own lines.
    case account
    /// A group that zooming out made; its members have no lines.
    case group
  }

  /// Places on the axis, ascending.
  package var members: [Int]
  /// Why they stand in one line.
  package var kind = Kind.subject
  /// Whether it belongs to the account's line above it.
  package var isMember = false
  /// What a group's members share.
  package var group: MatrixGroup?

  /// The place of a single subject, or of the first member.
  package var place: Int { members.first ?? 0 }
  /// Whether a cell is the worst of its members; else each member's cell is the cell of the line.
  package var isGroup: Bool { kind == .account || kind == .group }
}

/// What the members of a zoomed line share.
package struct MatrixGroup: Hashable, Sendable {
  /// Their cluster; nil where the group reaches over clusters.
  package var cluster: ClusterName?
  /// The label's value, namespace or account.
  package var title: String
}

/// What a line is, over pictures in which places change.
package enum MatrixLineID: Hashable, Sendable {
  /// A subject; for equal subjects the first of them.
  case subject(Subject)
  /// The account of a credential spec.
  case account(Subject)
  /// A group.
  case group(MatrixGroup)
}

/// One of the two sides of the matrix.
package enum MatrixSide: Hashable, Sendable, CaseIterable {
  /// From top to bottom.
  case rows
  /// From left to right.
  case columns

  /// The other one.
  package var other: MatrixSide { self == .rows ? .columns : .rows }
}
