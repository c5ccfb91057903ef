// The kinds of screens, by the names that keys, help and the config call them.

/// A kind of screen. The matrix is always at the bottom; pages lie on top of it.
package enum ScreenKind: String, Hashable, Sendable, CaseIterable {
  /// The matrix with its three faces.
  case matrix
  /// Why a cell is as it is.
  case why
  /// Every finding, grouped by cause.
  case findings
  /// One finding with its cause, evidence and next step.
  case finding
  /// One credspec, service, host or grant.
  case object
  /// The page of a rule.
  case rule
  /// Copies by hand against copies that are needed, as the fleet grows.
  case scaling
  /// Each feed, with what it lacks.
  case sources
  /// What differs from what was, or from another cluster.
  case diff
  /// What changed when.
  case time
  /// All keys of a screen.
  case help
  /// What the program does: bytes, frames, times, memory.
  case debug

  /// All screens that are pages of lines.
  package static let pages = Set(allCases).subtracting([.matrix])
  /// All screens.
  package static let everywhere = Set(allCases)
}
