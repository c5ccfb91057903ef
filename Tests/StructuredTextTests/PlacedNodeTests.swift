// Trees with places, and texts inside texts: every place leads back to what was read there.

import DashboardTesting
import StructuredText
import Testing

@Suite("Trees with places")
struct PlacedNodeTests {
  private static let json = "{\n  \"ä\": [1, true, null],\n  \"b\\\"c\": \"x\\ny\"\n}"

  @Test("a name and a value are where their bytes are")
  func ranges() throws {
    let bytes = Array(Self.json.utf8)
    let node = try PlacedNode.json(bytes[...])
    let raw = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    let members = try #require(node.members)
    #expect(members.map { raw($0.nameRange) } == ["\"ä\"", "\"b\\\"c\""])
    #expect(members.map { raw($0.value.range) } == ["[1, true, null]", "\"x\\ny\""])
    #expect(PlacedText(bytes).place(of: members[0].value.range.lowerBound) == EditorPlace(line: 2, column: 8))
  }

  @Test(
    "what Windows would not read is refused",
    arguments: ["{", "{} {}", "{\"a\":1,}", "{\"a\" 1}", "nul", "\"a\nb\"", "\"\\q\"", "01x", "", "[1 2]"])
  func strict(text: String) {
    #expect(throws: JSONFault.self) { try PlacedNode.json(Array(text.utf8)[...]) }
  }

  @Test("nesting is bounded, whatever is sent")
  func depth() {
    let text = Array(String(repeating: "[", count: 100_000).utf8)
    #expect(throws: JSONFault.self) { try PlacedNode.json(text[...]) }
  }

  @Test("YAML has the same places as an editor shows, document by document")
  func yaml() throws {
    let text = PlacedText(Array("# c\n---\na: 'x'\nb:\n- ü: \"y\"\n---\nz: 1\n".utf8))
    let nodes = try PlacedNode.yaml(text)
    #expect(nodes.count == 2)
    let inner = try #require(nodes[0]["b"]?.elements?.first?["ü"])
    #expect(text.place(of: inner.range.lowerBound) == EditorPlace(line: 5, column: 6))
    #expect(String(decoding: text.bytes[inner.range], as: UTF8.self) == "\"y\"")
    #expect(text.place(of: nodes[1]["z"]?.range.lowerBound ?? 0) == EditorPlace(line: 7, column: 4))
  }

  @Test("a text in a JSON string knows the outer place of each of its bytes", arguments: 0..<100)
  func embedded(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let inner = GarbageText.make(upTo: 60, using: &random)
    var outer = Array("[ ".utf8)
    JSONQuoting { $0.value % 2 == 0 }.append(inner, to: &outer)
    outer += Array("]".utf8)
    let node = try PlacedNode.json(outer[...])
    let range = try #require(node.elements?.first?.range)
    let text = EmbeddedText(jsonString: range, in: outer)
    #expect(text.bytes == Array(inner.utf8))
    var last = range.lowerBound
    for offset in 0...text.bytes.count {
      let place = text.outerOffset(offset)
      #expect(place >= last && place < range.upperBound)
      last = place
    }
  }
}
