// JSON on its way out, and the one spelling that makes equal JSON comparable.

import StructuredText
import Testing

@Suite("Writing JSON")
struct JSONWritingTests {
  private func sample(_ quoting: JSONQuoting) -> String {
    var writer = JSONWriter("", quoting: quoting)
    writer.object { json in
      json.member("name", "a\"\\\n\u{1B}\u{7F}é\u{1F600}")
      json.key("list")
      json.array { json in
        json.value(1)
        json.value(number: "1.5")
        json.value(nil as String?)
        json.array { _ in }
        json.object { _ in }
      }
      json.member("none", nil as Int?)
      json.member("ready", true)
    }
    return writer.target
  }

  @Test("a member stands in a line of its own, and reads back as what was written")
  func writes() throws {
    let text = sample(.plain)
    #expect(text.hasPrefix("{\n  \"name\": \"a"))
    #expect(text.contains("😀\",\n  \"list\": [\n    1,\n    1.5,"))
    let bytes = try CanonicalJSON.bytes(of: Array(text.utf8)[...])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"list":[1,1.5,null,[],{}],"name":"a\"\\\n\u001b\u007fé😀","none":null,"ready":true}"#)
  }

  @Test("a scalar that a writer asks to escape stays the same text")
  func escapes() throws {
    let text = sample(JSONQuoting { !$0.isASCII })
    #expect(text.contains(#"\u00e9\ud83d\ude00"#))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    let same = try CanonicalJSON.bytes(of: Array(sample(.plain).utf8)[...])
    #expect(try CanonicalJSON.bytes(of: Array(text.utf8)[...]) == same)
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
