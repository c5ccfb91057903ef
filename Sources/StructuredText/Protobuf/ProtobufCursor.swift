// A pull reader over one protobuf message: fields by number, everything else skipped unread.

/// Why bytes are no protobuf message.
package enum ProtobufFault: Error, Hashable, Sendable {
  /// The message ends in the middle of a field.
  case truncated
  /// A number that is longer than any, or a field without a number.
  case malformed
  /// A field of a kind that proto3 does not have (groups), or that is another than expected.
  case unexpectedKind(field: Int)
  /// Messages nest deeper than the limit.
  case tooDeep(limit: Int)
}

/// The fields of one message, in their order. Source: protobuf.dev, Encoding.
package struct ProtobufCursor: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// A field's value as it stands in the message.
  package enum Value: Sendable {
    /// Integers and truths.
    case number(UInt64)
    /// Texts, bytes and messages.
    case bytes(ArraySlice<UInt8>)
    /// Eight or four bytes, which no message that is read here has.
    case fixed
  }

  /// The next field; nil at the end.
  package mutating func next() throws(ProtobufFault) -> (number: Int, value: Value)? {
    guard position < bytes.endIndex else { return nil }
    let key = try number()
    let field = Int(truncatingIfNeeded: key >> 3)
    guard key >> 3 != 0, key >> 3 < 1 << 29 else { throw .malformed }
    switch key & 7 {
    case 0: return (field, .number(try number()))
    case 2:
      let count = try number()
      guard count <= UInt64(bytes.endIndex - position) else { throw .truncated }
      let start = position
      position += Int(count)
      return (field, .bytes(bytes[start..<position]))
    case 1: try skip(8)
    case 5: try skip(4)
    default: throw .unexpectedKind(field: field)
    }
    return (field, .fixed)
  }

  private mutating func skip(_ count: Int) throws(ProtobufFault) {
    guard count <= bytes.endIndex - position else { throw .truncated }
    position += count
  }

  private mutating func number() throws(ProtobufFault) -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if shift == 63, byte > 1 { throw .malformed }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
      if shift > 63 { throw .malformed }
    }
    throw .truncated
  }
}
