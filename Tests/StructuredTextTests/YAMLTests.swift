// YAML gives the items that the same list in JSON gives, and hurts nobody.

import StructuredText
import Testing

@Suite("YAML")
struct YAMLTests {
  @Test(
    "a list that kubectl printed as YAML equals the one it printed as JSON", arguments: ["mixed", "pods"])
  func equalsJSON(name: String) {
    let json = Observed(Fixture.bytes("kubectl-\(name).json"))
    let yaml = Observed(Fixture.bytes("kubectl-\(name).yaml"))
    #expect(json.items.count >= 5)
    #expect(yaml.canonicalItems == json.canonicalItems)
    #expect(yaml.ended == json.ended)
    #expect(yaml.faults == [])
    let crlf = Fixture.bytes("kubectl-\(name).yaml").flatMap { $0 == 10 ? [13, 10] : [$0] }
    #expect(Observed(crlf).canonicalItems == json.canonicalItems)
  }

  @Test("several documents are read one by one, empty ones count for nothing")
  func readsDocuments() {
    let seen = Observed("# lead\n%YAML 1.1\n---\na: 1\n---\n---\n# nothing\n--- {b: 2}\n...\n---\n- x\n- y\n")
    #expect(seen.jsonItems == [#"{"a":1}"#, #"{"b":2}"#, #""x""#, #""y""#])
    #expect(seen.items.map(\.place.document) == [0, 1, 2, 2])
    #expect(seen.items.map(\.place.start.line) == [4, 8, 11, 12])
    #expect(seen.faults == [])
  }

  @Test("a broken document costs one document and names its line in the file")
  func brokenDocumentCostsOne() {
    let seen = Observed("a: 1\n---\nb: [1\nc: 2\n---\nd: 3\n")
    #expect(seen.jsonItems == [#"{"a":1}"#, #"{"d":3}"#])
    #expect(seen.faults.count == 1)
    #expect((3...4).contains(seen.faults.first?.place.line ?? 0))
  }

  @Test("a broken item costs one item and names its line in the file", arguments: ["", "  "])
  func brokenItemCostsOne(indentation: String) {
    let items = ["- a: 1", "- b: [", "  x: 1", "- c: |", "    - text", "", "- d: 4"]
    let text = "kind: List\nitems:\n" + items.map { indentation + $0 + "\n" }.joined() + "metadata: {}\n"
    let seen = Observed(text)
    #expect(seen.jsonItems == [#"{"a":1}"#, #"{"c":"- text\n"}"#, #"{"d":4}"#])
    #expect(seen.faults.first?.index == 1)
    #expect((4...6).contains(seen.faults.first?.place.line ?? 0))
    #expect(seen.ended == [.init(document: 0, isList: true, items: 4, kind: "List")])
  }

  @Test(
    "plain scalars mean what kubectl takes them for",
    arguments: [
      ("true", "true"), ("~", "null"), ("", "null"), ("12", "12"), ("-3", "-3"), ("+4", "4"), ("0644", "420"),
      ("0x1F", "31"), ("1.5", "1.5"), ("1e3", "1000.0"), ("yes", "\"yes\""), ("on", "\"on\""),
      ("\"12\"", "\"12\""), ("'true'", "\"true\""), ("!!str 12", "\"12\""), ("1.2.3", "\"1.2.3\""),
      ("2026-11-24", "\"2026-11-24\""), ("10.0.0.1", "\"10.0.0.1\""), ("1_000", "\"1_000\""),
      ("5Gi", "\"5Gi\""), (".inf", "\".inf\""), ("18446744073709551615", "18446744073709551615"),
      ("099", "99"), ("-", "[null]"), ("e5", "\"e5\""), ("!!binary aGk=", "\"aGk=\""),
    ])
  func resolvesScalars(yaml: String, json: String) {
    #expect(Observed("a:\n  \(yaml)\n").jsonItems == ["{\"a\":\(json)}"])
  }

  @Test("merge keys give what the mapping itself does not say")
  func resolvesMergeKeys() {
    let seen = Observed("base: &b {x: 1, y: 2}\nown:\n  <<: *b\n  y: 3\n")
    #expect(seen.canonicalItems == [#"{"base":{"x":1,"y":2},"own":{"x":1,"y":3}}"#])
  }

  @Test("an alias bomb is refused before it fills the memory")
  func refusesBomb() {
    var text = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let seen = Observed(text + "---\nb: 1\n")
    #expect(seen.reasons == [.yamlExpansion(limit: 1 << 20)])
    #expect(seen.jsonItems == [#"{"b":1}"#])
  }

  @Test("a bomb of merge keys is refused although it prints nothing")
  func refusesMergeBomb() {
    var text = "a0: &a0 {x: 1}\n"
    for level in 1...40 { text += "a\(level): &a\(level)\n  <<: [*a\(level - 1), *a\(level - 1)]\n" }
    let seen = Observed(text)
    #expect(seen.reasons == [.yamlExpansion(limit: 1 << 20)])
  }

  @Test(
    "aliases as keys and endless chains of anchors are refused",
    arguments: [
      "a: &a [x]\n? *a\n: 1\n", "a: &a [x]\nb:\n  *a : 1\n", "a: &a [x]\n{[*a]: 1}\n",
      "- &a0 x\n" + (1...9000).map { "- &a\($0) [*a\($0 - 1)]\n" }.joined(),
    ])
  func refusesAliasKeys(text: String) {
    #expect(Observed(text).reasons == [.unsupportedYAMLAliases])
  }

  @Test(
    "chains of aliases just below the limit are refused by depth, without a stack overflow",
    arguments: [1, 90])
  func survivesLongChains(nesting: Int) {
    let open = String(repeating: "[", count: nesting)
    let close = String(repeating: "]", count: nesting)
    let links = 19_900 / (nesting + 2)
    let text = "- &a0 x\n" + (1..<links).map { "- &a\($0) \(open)*a\($0 - 1)\(close)\n" }.joined()
    let seen = Observed(text)
    #expect(seen.reasons.contains(.yamlTooDeep(limit: 256)))
    #expect(!seen.reasons.contains(.unsupportedYAMLAliases))
  }

  @Test("an escape character that YAML forbids is refused on its line")
  func refusesControlCharacters() {
    let seen = Observed("a: 1\nb: x\u{1B}y\n---\nc: 2\n")
    #expect(seen.faults.map(\.place.line) == [2])
    #expect(seen.jsonItems == [#"{"c":2}"#])
  }

  @Test("YAML that nests too deep is a fault", arguments: [300, 900, 20_000])
  func refusesDeepNesting(depth: Int) {
    let deep = "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let seen = Observed(deep + "\n---\nb: 1\n")
    #expect(seen.faults.count == 1)
    #expect(seen.jsonItems == [#"{"b":1}"#])
  }

  @Test("a document above the limit is named and the next one is read")
  func boundsDocuments() {
    var reader = DocumentReader()
    reader.maximumYAMLBytes = 1000
    let long = (0..<200).map { "key\($0): value\n" }.joined()
    let seen = Observed("\(long)---\nb: 1\n---\nc: \(String(repeating: "x", count: 5000))\n", reader: reader)
    #expect(seen.reasons == [.tooLarge(limit: 1000), .tooLarge(limit: 1000)])
    #expect(seen.jsonItems == [#"{"b":1}"#])
  }

  @Test("a tree for config knows the line and column of each name")
  func marksNodes() throws {
    let root = try #require(
      try DocumentNode.parse("# theme\nname: mono\nstyles:\n  stale: {bold: true, n: 3}\n"))
    let styles = try #require(root["styles"]?.members?.first)
    #expect(styles.name == "stale")
    #expect(styles.namePlace == TextPlace(line: 4, column: 3, byteOffset: 0))
    #expect(styles.value["bold"]?.bool == true)
    #expect(styles.value["n"]?.int == 3)
    #expect(root["name"]?.string == "mono")
    #expect(try DocumentNode.parse("") == nil)
    let fault = #expect(throws: DocumentFault.self) { try DocumentNode.parse("a: 1\nb: [\n") }
    #expect((2...3).contains(fault?.place.line ?? 0))
  }

  @Test("a misspelled name finds the one that was meant, a strange one finds none")
  func findsNearestKey() {
    let names = ["background", "foreground", "bold", "reverse"]
    #expect(nearestKey(to: "backgruond", among: names) == "background")
    #expect(nearestKey(to: "Bold", among: names) == "bold")
    #expect(nearestKey(to: "blod", among: names) == "bold")
    #expect(nearestKey(to: "zzzz", among: names) == nil)
  }
}
