// Why a JSON value could not be read, as facts; the words for the operator are made elsewhere.

/// One thing wrong in one JSON value, with the place inside that value.
package struct JSONFault: Error, Sendable, Hashable {
  /// What is wrong, without prose.
  package enum Reason: Sendable, Hashable {
    /// A value of another kind stands where `expected` was needed.
    case wrongType(expected: JSONKind, found: JSONKind)
    /// A byte that the grammar does not allow here.
    case unexpectedByte(UInt8)
    /// The value ends in the middle.
    case endOfInput
    /// Brackets nest deeper than the limit.
    case tooDeep(limit: Int)
    /// A number that is no integer, or does not fit in 64 bits, where an integer was needed.
    case notAnInteger
    /// An object lacks a member that it must have. The decoder throws it.
    case missing(member: String)
    /// A value of the right kind that the decoder cannot accept; `expected` says what it accepts.
    case unacceptable(found: String, expected: String)
  }

  package var reason: Reason
  /// Bytes from the start of the item.
  package var offset: Int
  /// Where in the item, as `spec.containers[0].image`; empty for the item itself.
  package var path: String

  package init(reason: Reason, offset: Int, path: String) {
    self.reason = reason
    self.offset = offset
    self.path = path
  }
}
