// One spelling for equal JSON, so that two copies of a credential spec can be compared byte by byte.

/// Canonical bytes: members sorted by name, no white space, one spelling of escapes and numbers.
package enum CanonicalJSON {
  /// The canonical bytes of one JSON value. Of members with the same name the last one counts.
  /// - Parameter mask: Hides members and texts at any depth.
  package static func bytes(
    of json: ArraySlice<UInt8>, mask: JSONMask? = nil
  ) throws(JSONFault) -> [UInt8] {
    var cursor = JSONCursor(json)
    var output: [UInt8] = []
    try append(&cursor, mask, to: &output)
    guard cursor.isAtEnd else { throw cursor.fault(.unexpectedByte(try cursor.nextByte())) }
    return output
  }

  /// The canonical bytes of the next value of a cursor, which moves behind it.
  package static func bytes(
    of cursor: inout JSONCursor, mask: JSONMask? = nil
  ) throws(JSONFault) -> [UInt8] {
    var output: [UInt8] = []
    try append(&cursor, mask, to: &output)
    return output
  }

  private static func append(
    _ cursor: inout JSONCursor, _ mask: JSONMask?, to output: inout [UInt8]
  ) throws(JSONFault) {
    switch try cursor.kind {
    case .object: try appendObject(&cursor, mask, to: &output)
    case .array:
      output.append(Byte.openBracket)
      var isFirst = true
      try cursor.openArray()
      while try cursor.nextElement() {
        if !isFirst { output.append(Byte.comma) }
        isFirst = false
        try append(&cursor, mask, to: &output)
      }
      output.append(Byte.closeBracket)
    case .string:
      let text = try cursor.string()
      let isHidden = mask?.hidesText(text) ?? false
      JSONQuoting.plain.append(isHidden ? mask?.replacement(Array(text.utf8)) ?? "" : text, to: &output)
    case .number: output += number(try cursor.raw())
    case .bool: output += (try cursor.bool() ? "true" : "false").utf8
    case .null:
      _ = try cursor.null()
      output += "null".utf8
    }
  }

  private static func appendObject(
    _ cursor: inout JSONCursor, _ mask: JSONMask?, to output: inout [UInt8]
  ) throws(JSONFault) {
    var members: [String: [UInt8]] = [:]
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      let name = key.string
      var value: [UInt8] = []
      if let mask, mask.hidesMember(name) {
        JSONQuoting.plain.append(mask.replacement(try bytes(of: &cursor)), to: &value)
      } else {
        try append(&cursor, mask, to: &value)
      }
      members[name] = value
    }
    output.append(Byte.openBrace)
    for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { output.append(Byte.comma) }
      JSONQuoting.plain.append(member.key, to: &output)
      output.append(Byte.colon)
      output += member.value
    }
    output.append(Byte.closeBrace)
  }

  /// Whole numbers lose point and exponent, others take Swift's shortest spelling; what is no number stays.
  private static func number(_ token: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: token, as: UTF8.self)
    if let whole = Int(text) { return Array(String(whole).utf8) }
    guard let value = Double(text), value.isFinite else { return Array(token) }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return Array(String(whole).utf8) }
    if text.utf8.allSatisfy({ Byte.isDigit($0) || $0 == Byte.minus }) { return Array(token) }
    return Array(String(value).utf8)
  }
}
