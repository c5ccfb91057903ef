// From JSON to a tree with places, strictly: what is passed over elsewhere (controls in strings, wrong escapes) is a
// fault here, since Windows would not read it either.

extension PlacedNode {
  /// How deep a tree may be; each level costs stack.
  package static let maximumDepth = 100
  /// How many values a tree may have.
  package static let maximumNodes = 1_000_000

  /// Reads one JSON value and nothing behind it. Offsets count from the start of `json`, plus `base`.
  package static func json(_ json: ArraySlice<UInt8>, base: Int = 0) throws(JSONFault) -> PlacedNode {
    var reading = PlacedReading(bytes: json, base: base)
    var cursor = JSONCursor(json)
    let node = try reading.node(&cursor, depth: 0)
    guard cursor.isAtEnd else {
      _ = try cursor.kind
      throw cursor.fault(.unexpectedByte(try cursor.nextByte()))
    }
    return node
  }
}

private struct PlacedReading {
  let bytes: ArraySlice<UInt8>
  let base: Int
  var count = 0

  mutating func node(_ cursor: inout JSONCursor, depth: Int) throws(JSONFault) -> PlacedNode {
    let kind = try cursor.kind
    let start = cursor.offset
    count += 1
    guard depth < PlacedNode.maximumDepth, count <= PlacedNode.maximumNodes else {
      throw cursor.fault(.tooDeep(limit: PlacedNode.maximumDepth))
    }
    let content: PlacedNode.Content
    switch kind {
    case .object: content = .object(try members(&cursor, depth))
    case .array: content = .array(try elements(&cursor, depth))
    case .string:
      let text = try cursor.string()
      try check(start..<cursor.offset, cursor)
      content = .string(text)
    case .number: content = .number(try Self.number(&cursor))
    case .bool: content = .bool(try cursor.bool())
    case .null:
      _ = try cursor.null()
      content = .null
    }
    return PlacedNode(content, range: (base + start)..<(base + cursor.offset))
  }

  private mutating func members(_ cursor: inout JSONCursor, _ depth: Int) throws(JSONFault) -> [PlacedNode
    .Member]
  {
    var members: [PlacedNode.Member] = []
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      let range = nameRange(before: cursor.offset)
      try check(range, cursor)
      let value = try node(&cursor, depth: depth + 1)
      let placed = (base + range.lowerBound)..<(base + range.upperBound)
      members.append(PlacedNode.Member(name: key.string, nameRange: placed, value: value))
    }
    return members
  }

  private mutating func elements(
    _ cursor: inout JSONCursor, _ depth: Int
  ) throws(JSONFault) -> [PlacedNode] {
    var elements: [PlacedNode] = []
    try cursor.openArray()
    while try cursor.nextElement() { elements.append(try node(&cursor, depth: depth + 1)) }
    return elements
  }

  private static func number(_ cursor: inout JSONCursor) throws(JSONFault) -> String {
    let raw = String(decoding: try cursor.raw(), as: UTF8.self)
    guard Double(raw) != nil else { throw cursor.fault(.unexpectedByte(raw.utf8.first ?? 0)) }
    return raw
  }

  /// The name, with its quotes, of the member whose value starts at an offset.
  private func nameRange(before value: Int) -> Range<Int> {
    var end = bytes.startIndex + value
    while end > bytes.startIndex, bytes[end - 1] != Byte.quote { end -= 1 }
    var start = end - 1
    while start > bytes.startIndex {
      start -= 1
      if bytes[start] == Byte.quote, isUnescaped(start) { break }
    }
    return max(0, start - bytes.startIndex)..<max(0, end - bytes.startIndex)
  }

  private func isUnescaped(_ index: Int) -> Bool {
    var backslashes = 0
    while index - backslashes > bytes.startIndex, bytes[index - backslashes - 1] == Byte.backslash {
      backslashes += 1
    }
    return backslashes.isMultiple(of: 2)
  }

  /// Refuses control characters and escapes that JSON does not know.
  private func check(_ string: Range<Int>, _ cursor: JSONCursor) throws(JSONFault) {
    var index = bytes.startIndex + string.lowerBound
    let end = bytes.startIndex + string.upperBound
    while index < end {
      let byte = bytes[index]
      if byte < Byte.space { throw cursor.fault(.unexpectedByte(byte), at: index) }
      if byte == Byte.backslash {
        let next = index + 1 < end ? bytes[index + 1] : 0
        guard "\"\\/bfnrtu".utf8.contains(next) else {
          throw cursor.fault(.unexpectedByte(byte), at: index)
        }
        index += 1
      }
      index += 1
    }
  }
}
