// What differs between contents: members that say who it is first, a plug-in's input never, damage without a fall.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Differences of contents")
struct ContentsDifferenceTests {
  private func contents(_ canonical: String, isJSON: Bool = true) -> CredentialSpecContents {
    CredentialSpecContents(canonical: canonical, isJSON: isJSON)
  }

  private func words(_ here: String, _ there: String) -> [String] {
    contents(here).differences(from: contents(there)).map { "\($0.path): \($0.values)" }
  }

  @Test("each member that differs is told with both values, who it is before where it is")
  func members() {
    #expect(
      words(
        #"{"A":["x",1],"DomainJoinConfig":{"DnsName":"a.example","Sid":"S-1"}}"#,
        #"{"A":["x",2],"DomainJoinConfig":{"DnsName":"b.example","Guid":"g","Sid":"S-2"}}"#)
        == [
          "DomainJoinConfig.Sid: S-1, not S-2", "DomainJoinConfig.Guid: missing, and should be g",
          "DomainJoinConfig.DnsName: a.example, not b.example", "A[1]: 1, not 2",
        ])
  }

  @Test("the input of a plug-in differs and is not shown")
  func input() {
    #expect(
      words(#"{"H":{"PluginInput":"one"}}"#, #"{"H":{"PluginInput":"two"}}"#) == ["H.PluginInput: differs"])
  }

  @Test("escapes and nested values keep their places")
  func escapes() {
    #expect(
      words(#"{"a":"x\"}","b":{"c":[{"d":null}]}}"#, #"{"a":"x\"}","b":{"c":[{"d":true}]}}"#)
        == ["b.c[0].d: null, not true"])
  }

  @Test("equal contents and those that are no JSON have no differences")
  func none() {
    #expect(words("{}", "{}") == [])
    #expect(contents("no", isJSON: false).differences(from: contents("{}")) == [])
  }

  @Test("a damaged text ends the reading and nothing else", arguments: 0..<200)
  func damaged(seed: Int) {
    var random = SeededRandom(seed: seed)
    let whole = Array(
      #"{"CmsPlugins":["ActiveDirectory"],"D":{"Sid":"S\\1","n":[1,2,{"x":"y"}]},"z":null}"#.utf8)
    var bytes = whole
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = Array(#"{}[]",:\ab1"#.utf8).randomElement(using: &random) ?? 0
    }
    let text = String(decoding: bytes.prefix(Int.random(in: 0...bytes.count, using: &random)), as: UTF8.self)
    _ = contents(text).differences(from: contents(String(decoding: whole, as: UTF8.self)))
    _ = contents(String(repeating: "[", count: 5000)).differences(from: contents(text))
  }
}
