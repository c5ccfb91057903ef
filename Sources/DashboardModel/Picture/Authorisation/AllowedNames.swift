// All that one account may use, over all its grants.

/// The credential specs that an account may use by grants that name them.
public struct AllowedNames: Hashable, Sendable {
  /// The names in its grants.
  public private(set) var names: Set<String> = []
  /// Whether a grant lets it use every one. Such grants are the webhook's own and administrators'.
  public private(set) var includesEverything = false

  /// Whether no grant names any.
  public var isEmpty: Bool { names.isEmpty && !includesEverything }
  /// Whether a grant covers a credential spec.
  public func includes(_ name: String) -> Bool { includesEverything || names.contains(name) }

  /// Adds what a grant names; nil: every one.
  mutating func add(_ granted: Set<String>?) {
    guard let granted else { return includesEverything = true }
    names.formUnion(granted)
  }

  /// Adds what another holder that reaches the same account may use.
  mutating func add(_ other: AllowedNames) {
    includesEverything = includesEverything || other.includesEverything
    // Most accounts are reached by one holder alone, whose set is then shared and not copied.
    if names.isEmpty { names = other.names } else { names.formUnion(other.names) }
  }
}
