// What must not be kept of a JSON value, and what stands in its place.

/// Hides parts of a JSON value while it is made canonical.
package struct JSONMask {
  /// Whether the value of a member of this name is hidden, whatever it is.
  package let hidesMember: (String) -> Bool
  /// Whether a text is hidden, wherever it stands.
  package let hidesText: (String) -> Bool
  /// What stands in place of a hidden value, from its canonical bytes.
  package let replacement: ([UInt8]) -> String

  package init(
    hidesMember: @escaping (String) -> Bool, hidesText: @escaping (String) -> Bool = { _ in false },
    replacement: @escaping ([UInt8]) -> String
  ) {
    self.hidesMember = hidesMember
    self.hidesText = hidesText
    self.replacement = replacement
  }
}
