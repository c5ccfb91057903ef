// A pull reader over one JSON item: decoders ask for what they need and skip the rest unread.

/// A place in one JSON value held in contiguous bytes; reading a value moves behind it.
///
/// Values that are skipped are not checked for more than balanced brackets and closed strings.
/// A copy of a cursor is a bookmark. Nothing recurses: depth is bounded by `maximumDepth` for entered
/// objects and arrays and unbounded for skipped ones.
package struct JSONCursor: Sendable {
  /// How deep `members` and `elements` may nest.
  package static let maximumDepth = 256

  let bytes: ArraySlice<UInt8>
  var position: Int
  /// True right behind an opening bracket, where no comma stands before the next entry.
  private var isAtFirstEntry = false
  /// True where a null was opened in place of an object or array.
  private var isInsideNull = false
  /// Where the value starts that the decoder was last led to; negative when it was read to its end.
  private var unreadValue = -1
  private var depth = 0

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// Bytes read so far.
  package var offset: Int { position - bytes.startIndex }

  /// The kind of the next value, without reading it.
  package var kind: JSONKind {
    mutating get throws(JSONFault) {
      let byte = try nextByte()
      guard let kind = JSONKind(startingWith: byte) else { throw fault(.unexpectedByte(byte)) }
      return kind
    }
  }

  /// True when nothing but white space is left.
  package var isAtEnd: Bool {
    var ahead = self
    ahead.skipWhitespace()
    return ahead.position >= bytes.endIndex
  }

  /// Starts to read an object; `nextKey` then walks its members. `null` counts as an object without members,
  /// as Kubernetes treats it.
  package mutating func openObject() throws(JSONFault) { try open(.object) }

  /// Starts to read an array; `nextElement` then walks it. `null` counts as an empty array.
  package mutating func openArray() throws(JSONFault) { try open(.array) }

  /// The name of the next member of the object last opened, whose value comes next; nil behind its end.
  /// A value that was not read is skipped: `while let key = try cursor.nextKey() { switch key { … } }`.
  package mutating func nextKey() throws(JSONFault) -> JSONKey? {
    guard try nextEntry(closing: Byte.closeBrace) else { return nil }
    let byte = bytes[position]
    guard byte == Byte.quote else { throw fault(.unexpectedByte(byte)) }
    let token = try stringToken()
    let colon = try nextByte()
    guard colon == Byte.colon else { throw fault(.unexpectedByte(colon)) }
    position += 1
    skipWhitespace()
    unreadValue = position
    guard token.hasEscapes else { return JSONKey(bytes[token.contents]) }
    return JSONKey(JSONEscapes.decoded(bytes[token.contents])[...])
  }

  /// Moves to the next element of the array last opened; false behind its end. An element not read is skipped.
  package mutating func nextElement() throws(JSONFault) -> Bool {
    guard try nextEntry(closing: Byte.closeBracket) else { return false }
    unreadValue = position
    return true
  }

  /// Reads an object, member by member; `body` may read the value or leave it.
  /// A closure of several lines must spell `throws(JSONFault)`; the loop over `nextKey` need not.
  package mutating func members(
    _ body: (_ key: JSONKey, _ value: inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try openObject()
    while let key = try nextKey() { try body(key, &self) }
  }

  /// Reads an array, element by element; `body` may read the element or leave it.
  package mutating func elements(
    _ body: (_ index: Int, _ element: inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try openArray()
    var index = 0
    while try nextElement() {
      try body(index, &self)
      index += 1
    }
  }

  /// The raw bytes of the next value, which is skipped.
  package mutating func raw() throws(JSONFault) -> ArraySlice<UInt8> {
    skipWhitespace()
    let start = position
    try skip()
    return bytes[start..<position]
  }

  /// A fault here, for decoders that find a value of the right kind unacceptable.
  package func fault(_ reason: JSONFault.Reason) -> JSONFault {
    fault(reason, at: position)
  }

  func fault(_ reason: JSONFault.Reason, at position: Int) -> JSONFault {
    JSONFault(
      reason: reason, offset: position - bytes.startIndex,
      path: JSONPath.text(of: position, in: bytes)
    )
  }

  // MARK: Steps

  private mutating func open(_ kind: JSONKind) throws(JSONFault) {
    let found = try self.kind
    if found == .null {
      try skip()
      isInsideNull = true
      return
    }
    guard found == kind else { throw fault(.wrongType(expected: kind, found: found)) }
    guard depth < Self.maximumDepth else { throw fault(.tooDeep(limit: Self.maximumDepth)) }
    depth += 1
    position += 1
    isAtFirstEntry = true
  }

  /// Moves to the next entry; false when the bracket closes instead, which is read.
  private mutating func nextEntry(closing: UInt8) throws(JSONFault) -> Bool {
    if isInsideNull {
      isInsideNull = false
      return false
    }
    if position == unreadValue { try skip() }
    var byte = try nextByte()
    if byte == closing {
      position += 1
      depth -= 1
      isAtFirstEntry = false
      unreadValue = -1
      return false
    }
    if isAtFirstEntry {
      isAtFirstEntry = false
      return true
    }
    guard byte == Byte.comma else { throw fault(.unexpectedByte(byte)) }
    position += 1
    byte = try nextByte()
    guard byte != closing else { throw fault(.unexpectedByte(byte)) }
    return true
  }

  mutating func skipWhitespace() {
    position = bytes.withUnsafeBufferPointer { [position, first = bytes.startIndex] buffer in
      first + ByteScan.afterWhitespace(buffer, from: position - first, to: buffer.count)
    }
  }

  mutating func nextByte() throws(JSONFault) -> UInt8 {
    if position < bytes.endIndex, bytes[position] > Byte.space { return bytes[position] }
    skipWhitespace()
    guard position < bytes.endIndex else { throw fault(.endOfInput) }
    return bytes[position]
  }
}
