// Strings, numbers, booleans and null, each as the type that a decoder wants.

extension JSONCursor {
  /// The next value, a string; escapes are resolved, ill-formed UTF-8 and lone surrogates become U+FFFD.
  package mutating func string() throws(JSONFault) -> String {
    let token = try expectString()
    guard token.hasEscapes else {
      return bytes[token.contents].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
    return String(decoding: JSONEscapes.decoded(bytes[token.contents]), as: UTF8.self)
  }

  /// The next value, a string that repeats in other items.
  package mutating func string(in pool: inout StringPool) throws(JSONFault) -> String {
    let token = try expectString()
    guard token.hasEscapes else { return pool.string(for: bytes[token.contents]) }
    return pool.string(for: JSONEscapes.decoded(bytes[token.contents])[...])
  }

  /// The next value, a string or null.
  package mutating func optionalString() throws(JSONFault) -> String? {
    try null() ? nil : try string()
  }

  /// The next value, a string that repeats in other items, or null.
  package mutating func optionalString(in pool: inout StringPool) throws(JSONFault) -> String? {
    try null() ? nil : try string(in: &pool)
  }

  /// Reads a string and answers whether it is `literal`, without making a String.
  package mutating func isString(_ literal: StaticString) throws(JSONFault) -> Bool {
    let token = try expectString()
    guard token.hasEscapes else { return JSONKey(bytes[token.contents]) == literal }
    return JSONKey(JSONEscapes.decoded(bytes[token.contents])[...]) == literal
  }

  /// The next value, an integer of 64 bits; `3.0` and `3e2` count as integers.
  package mutating func int() throws(JSONFault) -> Int {
    let start = try expect(.number)
    position = scalarEnd()
    let token = bytes[start..<position]
    if let value = Self.integer(token) { return value }
    let text = String(decoding: token, as: UTF8.self)
    guard let double = Double(text), let value = Int(exactly: double) else {
      throw fault(.notAnInteger, at: start)
    }
    return value
  }

  /// The next value, an integer or null.
  package mutating func optionalInt() throws(JSONFault) -> Int? {
    try null() ? nil : try int()
  }

  /// The next value, a number.
  package mutating func double() throws(JSONFault) -> Double {
    let start = try expect(.number)
    position = scalarEnd()
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw fault(.unexpectedByte(bytes[start]), at: start)
    }
    return value
  }

  /// The next value, true or false.
  package mutating func bool() throws(JSONFault) -> Bool {
    let start = try expect(.bool)
    position = scalarEnd()
    let word = JSONKey(bytes[start..<position])
    guard word == "true" || word == "false" else { throw fault(.unexpectedByte(bytes[start]), at: start) }
    return word == "true"
  }

  /// The next value, true, false or null.
  package mutating func optionalBool() throws(JSONFault) -> Bool? {
    try null() ? nil : try bool()
  }

  /// Reads a null; false, and nothing is read, when the next value is something else.
  package mutating func null() throws(JSONFault) -> Bool {
    guard try nextByte() == UInt8(ascii: "n") else { return false }
    let start = position
    position = scalarEnd()
    guard JSONKey(bytes[start..<position]) == "null" else {
      throw fault(.unexpectedByte(bytes[start]), at: start)
    }
    return true
  }

  /// The next value, an array of strings; null is an empty one.
  package mutating func strings() throws(JSONFault) -> [String] {
    var strings: [String] = []
    try elements { (_, element) throws(JSONFault) in strings.append(try element.string()) }
    return strings
  }

  /// The next value, an object of strings such as labels, in the order of the file; null members are left out.
  package mutating func stringMembers(
    in pool: inout StringPool
  ) throws(JSONFault) -> [(name: String, value: String)] {
    var result: [(name: String, value: String)] = []
    try members { (key, value) throws(JSONFault) in
      guard let text = try value.optionalString(in: &pool) else { return }
      result.append((key.string(in: &pool), text))
    }
    return result
  }

  // MARK: Steps

  /// Moves to the next value and answers where it starts.
  private mutating func expect(_ kind: JSONKind) throws(JSONFault) -> Int {
    let found = try self.kind
    guard found == kind else { throw fault(.wrongType(expected: kind, found: found)) }
    return position
  }

  private mutating func expectString() throws(JSONFault) -> StringToken {
    _ = try expect(.string)
    return try stringToken()
  }

  private static func integer(_ token: ArraySlice<UInt8>) -> Int? {
    var value = 0
    let isNegative = token.first == Byte.minus
    let digits = isNegative ? token.dropFirst() : token
    guard !digits.isEmpty else { return nil }
    for byte in digits {
      guard Byte.isDigit(byte) else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      // Downwards, so that the smallest Int fits too.
      let (difference, underflow) = product.subtractingReportingOverflow(Int(byte - Byte.zero))
      guard !overflow, !underflow else { return nil }
      value = difference
    }
    if isNegative { return value }
    return value == Int.min ? nil : -value
  }
}
