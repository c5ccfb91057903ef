// Moving behind a value without reading it: most of a pod is never looked at.

extension JSONCursor {
  /// Where a string's contents stand, and whether they must be unescaped.
  struct StringToken {
    var contents: Range<Int>
    var hasEscapes: Bool
  }

  /// Moves behind the next value, whatever it is, however deep it nests.
  package mutating func skip() throws(JSONFault) {
    let byte = try nextByte()
    switch byte {
    case Byte.quote:
      _ = try stringToken()
    case Byte.openBrace, Byte.openBracket:
      try skipNested()
    default:
      guard JSONKind(startingWith: byte) != nil else { throw fault(.unexpectedByte(byte)) }
      position = scalarEnd()
    }
  }

  /// Moves behind the string that starts here and answers where its contents are.
  mutating func stringToken() throws(JSONFault) -> StringToken {
    let first = bytes.startIndex
    let start = position + 1
    let (end, hasEscapes) = bytes.withUnsafeBufferPointer { buffer in
      Self.stringEnd(buffer, from: start - first)
    }
    guard first + end < bytes.endIndex else { throw fault(.endOfInput, at: bytes.endIndex) }
    position = first + end + 1
    return StringToken(contents: start..<(first + end), hasEscapes: hasEscapes)
  }

  /// The index of the closing quote of the string whose contents start at `start`; the count when it is missing.
  @inline(__always)
  private static func stringEnd(_ buffer: ByteScan.Bytes, from start: Int) -> (end: Int, hasEscapes: Bool) {
    var index = start
    var hasEscapes = false
    while index < buffer.count {
      index = ByteScan.stringStop(buffer, from: index, to: buffer.count)
      guard index < buffer.count else { break }
      switch buffer[index] {
      case Byte.quote: return (index, hasEscapes)
      case Byte.backslash:
        hasEscapes = true
        index += 2
      // Control characters are against the grammar, but what they stand in is still clear.
      default: index += 1
      }
    }
    return (buffer.count, hasEscapes)
  }

  private mutating func skipNested() throws(JSONFault) {
    let first = bytes.startIndex
    let end = bytes.withUnsafeBufferPointer { [position] buffer in
      Self.nestedEnd(buffer, from: position - first)
    }
    guard let end else { throw fault(.endOfInput, at: bytes.endIndex) }
    position = first + end
  }

  /// The index behind the bracket that closes the one at `start`; nil when it never closes.
  private static func nestedEnd(_ buffer: ByteScan.Bytes, from start: Int) -> Int? {
    var index = start
    var depth = 0
    while true {
      index = ByteScan.structure(buffer, from: index, to: buffer.count)
      guard index < buffer.count else { return nil }
      switch buffer[index] {
      case Byte.quote:
        index = stringEnd(buffer, from: index + 1).end + 1
        if index > buffer.count { return nil }
      case Byte.openBrace, Byte.openBracket:
        depth += 1
        index += 1
      default:
        depth -= 1
        index += 1
        if depth == 0 { return index }
      }
    }
  }

  func scalarEnd() -> Int {
    bytes.withUnsafeBufferPointer { [position, first = bytes.startIndex] buffer in
      first + ByteScan.scalarEnd(buffer, from: position - first, to: buffer.count)
    }
  }
}
