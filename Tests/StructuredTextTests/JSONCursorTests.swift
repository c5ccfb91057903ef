// What a decoder may rely on when it reads one item.

import StructuredText
import Testing

private func read<T>(
  _ json: String, _ body: (inout JSONCursor) throws(JSONFault) -> T
) throws(JSONFault) -> T {
  var cursor = JSONCursor(Array(json.utf8))
  return try body(&cursor)
}

@Suite("JSON cursor")
struct JSONCursorTests {
  @Test("members that a decoder leaves alone are skipped, nested ones too")
  func skipsUnread() throws {
    var cursor = JSONCursor(Array(#"{"a":{"x":[1,"]}"]},"name":"web","n":null,"z":[[]]}"#.utf8))
    var name: String?
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      switch key {
      case "name": name = try cursor.string()
      default: break
      }
    }
    #expect(name == "web")
    #expect(cursor.isAtEnd)
  }

  @Test("a wrong type names the place inside the item, what was needed and what stands there")
  func wrongTypeNamesPlace() throws {
    let json = #"{"spec":{"template":{"spec":{"containers":[{},{"name":{"a":1}}]}}}}"#
    let fault = #expect(throws: JSONFault.self) {
      try read(json) { cursor throws(JSONFault) in
        try cursor.members { _, spec throws(JSONFault) in
          try spec.members { _, template throws(JSONFault) in
            try template.members { _, inner throws(JSONFault) in
              try inner.members { _, containers throws(JSONFault) in
                try containers.elements { _, container throws(JSONFault) in
                  try container.members { _, name throws(JSONFault) in _ = try name.string() }
                }
              }
            }
          }
        }
      }
    }
    #expect(fault?.path == "spec.template.spec.containers[1].name")
    #expect(fault?.reason == .wrongType(expected: .string, found: .object))
  }

  @Test("a path quotes names that contain dots")
  func quotesDottedNames() {
    let fault = #expect(throws: JSONFault.self) {
      try read(#"{"labels":{"kubernetes.io/os":1}}"#) { cursor throws(JSONFault) in
        try cursor.members { _, labels throws(JSONFault) in
          try labels.members { _, label throws(JSONFault) in _ = try label.string() }
        }
      }
    }
    #expect(fault?.path == #"labels["kubernetes.io/os"]"#)
  }

  @Test(
    "strings resolve escapes and never fail on bad ones",
    arguments: [
      (#""a\n\t\"\\\/b""#, "a\n\t\"\\/b"),
      (#""\u00e9\ud83d\ude00""#, "é😀"),
      (#""\ud83dx""#, "\u{FFFD}x"),
      (#""\udc00\uzz""#, "\u{FFFD}\u{FFFD}zz"),
      (#""\q""#, "\u{FFFD}"),
      (#""""#, ""),
    ])
  func resolvesEscapes(json: String, expected: String) throws {
    #expect(try read(json) { cursor throws(JSONFault) in try cursor.string() } == expected)
  }

  @Test("ill-formed UTF-8 in a string becomes the replacement character")
  func repairsUTF8() throws {
    var cursor = JSONCursor([0x22, 0x61, 0xFF, 0x62, 0x22])
    #expect(try cursor.string() == "a\u{FFFD}b")
  }

  @Test(
    "integers are read to the limits of 64 bits, whole decimals count",
    arguments: [
      ("0", 0), ("-7", -7), ("3.0", 3), ("2e3", 2000),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ])
  func readsIntegers(json: String, expected: Int) throws {
    #expect(try read(json) { cursor throws(JSONFault) in try cursor.int() } == expected)
  }

  @Test("a number that is no integer is refused", arguments: ["1.5", "1e400", "9223372036854775808", "1-2"])
  func refusesOtherNumbers(json: String) {
    let fault = #expect(throws: JSONFault.self) {
      try read(json) { cursor throws(JSONFault) in try cursor.int() }
    }
    #expect(fault?.reason == .notAnInteger)
  }

  @Test("null is an absent string, an empty object and an empty array")
  func nullIsAbsent() throws {
    #expect(try read("null") { cursor throws(JSONFault) in try cursor.optionalString() } == nil)
    #expect(try read(" null") { cursor throws(JSONFault) in try cursor.strings() } == [])
    var pool = StringPool()
    #expect(try read("null") { cursor throws(JSONFault) in try cursor.stringMembers(in: &pool) }.isEmpty)
  }

  @Test("a hundred thousand nested brackets are skipped, entering them is refused at the limit")
  func boundsDepth() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    try read(deep) { cursor throws(JSONFault) in try cursor.skip() }
    let fault = #expect(throws: JSONFault.self) {
      try read(deep) { cursor throws(JSONFault) in try descend(&cursor) }
    }
    #expect(fault?.reason == .tooDeep(limit: JSONCursor.maximumDepth))
  }

  private func descend(_ cursor: inout JSONCursor) throws(JSONFault) {
    try cursor.elements { _, element throws(JSONFault) in try descend(&element) }
  }

  @Test(
    "text that ends in the middle is a fault wherever it ends",
    arguments: 1..<26)
  func noticesTruncation(length: Int) {
    let json = #"{"a":[1,{"b":"c"}],"d":tr}"#
    #expect(throws: JSONFault.self) {
      try read(String(json.prefix(length))) { cursor throws(JSONFault) in
        try cursor.members { _, _ in }
      }
    }
  }

  @Test(
    "a missing or doubled comma and a stray byte are faults",
    arguments: [#"{"a":1 "b":2}"#, #"{"a":1,,"b":2}"#, #"{"a":1,}"#, #"{"a" 1}"#, #"{a:1}"#, #"{"a":?}"#])
  func noticesGrammar(json: String) {
    #expect(throws: JSONFault.self) {
      try read(json) { cursor throws(JSONFault) in try cursor.members { _, _ in } }
    }
  }

  @Test("the pool gives equal long names one storage and keeps different ones apart")
  func poolsNames() throws {
    var pool = StringPool()
    let name = Array("a-rather-long-namespace-name".utf8)[...]
    let other = Array("a-rather-long-namespace-nama".utf8)[...]
    #expect(pool.string(for: name) == "a-rather-long-namespace-name")
    #expect(pool.string(for: name) == pool.string(for: name))
    #expect(pool.string(for: other) == "a-rather-long-namespace-nama")
    #expect(pool.count == 2)
    for number in 0..<5000 { _ = pool.string(for: Array("a-rather-long-name-\(number)".utf8)[...]) }
    #expect(pool.string(for: Array("a-rather-long-name-4999".utf8)[...]) == "a-rather-long-name-4999")
    #expect(pool.count == 5002)
  }
}
