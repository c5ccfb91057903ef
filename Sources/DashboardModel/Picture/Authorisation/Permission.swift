// The webhook's answer to "may this account use this credential spec", as far as it is known.

/// Whether a service account may `use` a credential spec.
public enum Permission: Hashable, Sendable {
  /// These grants allow it.
  case allowed(by: [Grant])
  /// No grant does, and all that could were read.
  case notAllowed
  /// No grant that was read does, and not all were read.
  case unknown(String)
}
