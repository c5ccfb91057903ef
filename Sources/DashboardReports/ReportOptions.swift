// What a report is asked to show.

package import DashboardModel

/// What a report is asked to show.
package struct ReportOptions: Sendable {
  /// Which cells a report lists.
  package enum Scope: String, Sendable, CaseIterable {
    /// Cells that somebody should act on, and the rows and columns that have one.
    case problems
    /// Every cell but those that are not concerned, and every row and column.
    case all
  }

  /// The face.
  package var face: Face
  /// Which cells.
  package var only: Scope
  /// Whether the output must be ASCII (JSON stays lossless by escapes).
  package var isASCII: Bool
  /// The moment that ages are counted to.
  package var now: Timestamp
  /// The most columns that a matrix is drawn with; nil: what suits the format. Wider faces are told row by
  /// row.
  package var columnsLimit: Int?

  /// Options; the opening face and its problems unless asked for more.
  package init(
    face: Face = .credentialSpecByHost, only: Scope = .problems, isASCII: Bool = false, now: Timestamp,
    columnsLimit: Int? = nil
  ) {
    self.face = face
    self.only = only
    self.isASCII = isASCII
    self.now = now
    self.columnsLimit = columnsLimit
  }
}
