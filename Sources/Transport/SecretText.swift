// A token, a key or a password: usable where a connection needs it, and printed nowhere.

/// Text that no description, dump, log or report shows.
package struct SecretText: Hashable, Sendable {
  /// The text itself, for the bytes of a request alone.
  package let revealed: String

  package init(_ text: String) { revealed = text }
}

/// Bytes of a private key that no description, dump, log or report shows.
package struct SecretBytes: Hashable, Sendable {
  /// The bytes themselves, for a handshake alone.
  package let revealed: [UInt8]

  package init(_ bytes: some Sequence<UInt8>) { revealed = Array(bytes) }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "***" }
  package var debugDescription: String { "***" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
