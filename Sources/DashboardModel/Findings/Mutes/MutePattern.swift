// Names with `*` in them, as operators write them for "all that begin so".

/// A pattern of names: `*` stands for any characters, also none; all else for itself, case included.
public struct MutePattern: Hashable, Sendable {
  /// As written.
  public let text: String

  /// A pattern.
  public init(_ text: String) { self.text = text }

  /// Whether the whole of a name is as the pattern says.
  public func matches(_ name: String) -> Bool { Wildcard.matches(Array(name.utf8), Array(text.utf8)) }
}
