// JSON on its way out, and the one spelling that makes equal JSON comparable.

import StructuredText
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
  private func sample(isPretty: Bool) -> String {
    var writer = JSONWriter(isPretty: isPretty)
    writer.object { object in
      object.member("name", "a\"\\\n\u{1B}é")
      object.key("list")
      object.array { list in
        list.number(1)
        list.number(1.5)
        list.null()
        list.array { _ in }
        list.raw("{}".utf8)
      }
      object.member("ready", true)
    }
    return writer.text
  }

  @Test("compact and pretty text hold the same values")
  func writesBothForms() throws {
    let compact = sample(isPretty: false)
    #expect(compact == #"{"name":"a\"\\\n\u001bé","list":[1,1.5,null,[],{}],"ready":true}"#)
    let pretty = sample(isPretty: true)
    #expect(pretty.contains("\n  \"list\": [\n    1,\n    1.5,"))
    let same = try CanonicalJSON.bytes(of: Array(pretty.utf8)[...])
    #expect(try CanonicalJSON.bytes(of: Array(compact.utf8)[...]) == same)
  }

  @Test("canonical JSON forgets order, white space, escapes and the spelling of numbers")
  func canonicalises() throws {
    let first = #"{"b":[1.0,"\u0041\/"],"a":{"y":1e2,"x":null}}"#
    let second = "{ \"a\" : {\"x\":null,\"y\":100}, \"b\":[1,\"A/\"] }\n"
    let bytes = try CanonicalJSON.bytes(of: Array(first.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":{"x":null,"y":100},"b":[1,"A/"]}"#)
    #expect(try CanonicalJSON.bytes(of: Array(second.utf8)[...]) == bytes)
  }

  @Test("a masked member shows that it is there, never what it holds")
  func masks() throws {
    let json = #"{"HostAccountConfig":{"PluginInput":{"CredentialArn":"secret"},"PortableCcgVersion":"1"}}"#
    let mask = JSONMask(hidesMember: { $0 == "PluginInput" }, replacement: { _ in "***" })
    let bytes = try CanonicalJSON.bytes(of: Array(json.utf8)[...], mask: mask)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"HostAccountConfig":{"PluginInput":"***","PortableCcgVersion":"1"}}"#)
  }

  @Test("text behind the value is no canonical JSON")
  func refusesTrailingText() {
    #expect(throws: JSONFault.self) { try CanonicalJSON.bytes(of: Array("{} x".utf8)[...]) }
  }
}
