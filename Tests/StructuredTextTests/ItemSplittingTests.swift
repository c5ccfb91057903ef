// How documents come apart into items, whole and damaged.

import StructuredText
import Testing

@Suite("Splitting JSON into items")
struct ItemSplittingTests {
  @Test("a list hands over its items and, at its end, its kind that stood behind them")
  func splitsList() {
    let seen = Observed(#"{"apiVersion":"v1","items":[{"a":1},{"b":"]}"}],"kind":"List","metadata":{}}"#)
    #expect(seen.jsonItems == [#"{"a":1}"#, #"{"b":"]}"}"#])
    #expect(seen.items.map(\.place.index) == [0, 1])
    #expect(seen.ended == [.init(document: 0, isList: true, items: 2, kind: "List")])
    #expect(seen.faults == [])
    #expect(seen.isComplete == true)
  }

  @Test("an item knows the members that stood before its list")
  func itemKnowsHeader() {
    var kinds: [String?] = []
    let text = #"{"kind":"PodList","metadata":{"x":1},"items":[{},{}]}"#
    DocumentReader().read(MemoryByteSource(Array(text.utf8))) { event in
      if case .item(let item) = event { kinds.append(item.header.string("kind")) }
    }
    #expect(kinds == ["PodList", "PodList"])
  }

  @Test("a top-level array, single objects, NDJSON and any mix of them are read in order")
  func splitsStreams() {
    let seen = Observed("[{\"a\":1}, 2]\n{\"b\":2}\n{\"c\":3}{\"items\":[{\"d\":4}]}\u{1E}{\"e\":5}\n")
    #expect(seen.jsonItems == [#"{"a":1}"#, "2", #"{"b":2}"#, #"{"c":3}"#, #"{"d":4}"#, #"{"e":5}"#])
    #expect(seen.items.map(\.place.document) == [0, 0, 1, 2, 3, 4])
    #expect(seen.ended.map(\.isList) == [true, false, false, true, false])
    #expect(seen.items.map(\.place.start.line) == [1, 1, 2, 3, 3, 3])
    #expect(seen.faults == [])
  }

  @Test("lists deeper inside are found by their path")
  func splitsConfiguredPaths() {
    var reader = DocumentReader()
    reader.itemPaths = [["facts", "hosts"], ["facts", "services"]]
    let text = #"{"format":"x","facts":{"age":1,"hosts":[1,2],"other":[9],"services":[3]},"end":0}"#
    let seen = Observed(text, reader: reader)
    #expect(seen.jsonItems == ["1", "2", "3"])
    #expect(
      seen.items.map(\.place.listPath) == [["facts", "hosts"], ["facts", "hosts"], ["facts", "services"]])
    #expect(seen.items.map(\.place.index) == [0, 1, 0])
  }

  @Test("an empty list and a null list are lists without items", arguments: ["[]", "null"])
  func readsEmptyList(value: String) {
    let seen = Observed(#"{"kind":"PodList","items":\#(value)}"#)
    #expect(seen.ended == [.init(document: 0, isList: true, items: 0, kind: "PodList")])
    #expect(seen.items == [])
  }

  @Test("a file that ends in the middle keeps its complete items and names the line and column of the end")
  func keepsItemsBeforeTruncation() {
    let seen = Observed("{\"items\":[\n{\"a\":1},\n{\"b\":{\"c\"")
    #expect(seen.jsonItems == [#"{"a":1}"#])
    #expect(seen.reasons == [.truncated])
    #expect(seen.faults.first?.place == TextPlace(line: 3, column: 10, byteOffset: 29))
    #expect(seen.faults.first?.index == 1)
    #expect(seen.isComplete == true)
  }

  @Test("garbage between items costs nothing but a fault with its place")
  func survivesGarbage() {
    let seen = Observed("{\"items\":[{\"a\":1} oops, {\"b\":2}]}\nwarning: text\n{\"c\":3}")
    #expect(seen.jsonItems == [#"{"a":1}"#, #"{"b":2}"#, #"{"c":3}"#])
    #expect(seen.faults.map { [$0.place.line, $0.place.column] } == [[1, 19], [2, 1]])
  }

  @Test("a lost quote costs one item, because strings end with their line")
  func lostQuoteCostsOneItem() {
    let seen = Observed("[\n{\"a\": \"x\n},\n{\"b\":2},\n{\"c\":3}\n]")
    #expect(seen.jsonItems == [#"{"b":2}"#, #"{"c":3}"#])
    #expect(seen.reasons == [.unbalanced])
    #expect(seen.faults.first?.place.line == 2)
  }

  @Test("a bracket of the wrong kind costs one item")
  func wrongBracketCostsOneItem() {
    let seen = Observed(#"{"items":[{"a":[1},{"b":2}]} {"c":3}"#)
    #expect(seen.jsonItems == [#"{"b":2}"#, #"{"c":3}"#])
    #expect(seen.reasons == [.unbalanced])
  }

  @Test("an item that never closes does not swallow the next document")
  func openItemEndsWithItsList() {
    let seen = Observed(#"{"items":[{"a":{"b":1},{"c":2}],"kind":"List"} {"d":4}"#)
    #expect(seen.jsonItems == [#"{"d":4}"#])
    #expect(seen.ended.first?.kind == "List")
  }

  @Test("an item above the limit is named and the rest goes on")
  func boundsItems() {
    var reader = DocumentReader()
    reader.maximumItemBytes = 1000
    reader.chunkBytes = 64
    let big = "\"" + String(repeating: "x", count: 5000) + "\""
    let seen = Observed("{\"items\":[1,\(big),2]}{\"x\":\(big)}{\"y\":3}", reader: reader)
    #expect(seen.jsonItems == ["1", "2", #"{"y":3}"#])
    #expect(seen.reasons == [.tooLarge(limit: 1000), .tooLarge(limit: 1000)])
    #expect(seen.faults.first?.index == 1)
  }

  @Test("ten million bytes in one line are read")
  func readsOneLongLine() {
    let item = #"{"name":"\#(String(repeating: "n", count: 980))"}"#
    let seen = Observed("[" + Array(repeating: item, count: 10_000).joined(separator: ",") + "]")
    #expect(seen.items.count == 10_000)
    #expect(seen.items.last?.json == item)
  }

  @Test("a hundred thousand nested brackets are one item")
  func readsDeepNesting() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let seen = Observed(#"{"items":[\#(deep),{"b":2}]}"#)
    #expect(seen.items.count == 2)
    #expect(seen.faults == [])
  }

  @Test("faults without end stop the reading")
  func boundsFaults() {
    var reader = DocumentReader()
    reader.maximumFaults = 10
    let seen = Observed("{}" + String(repeating: "x\n", count: 100), reader: reader)
    #expect(seen.reasons.last == .tooManyFaults(limit: 10))
    #expect(seen.isComplete == false)
  }

  @Test("a cancelled reading stops with what it had")
  func cancels() {
    var reader = DocumentReader()
    reader.chunkBytes = 4096
    let text = "[" + Array(repeating: "{\"a\":1}", count: 10_000).joined(separator: ",") + "]"
    var items = 0
    var isComplete: Bool?
    reader.read(MemoryByteSource(Array(text.utf8)), isCancelled: { items > 1000 }) { event in
      if case .item = event { items += 1 }
      if case .finished(let complete) = event { isComplete = complete }
      if case .fault(let fault) = event { Issue.record("\(fault)") }
    }
    #expect(isComplete == false)
    #expect(items > 1000 && items < 3000)
  }
}
