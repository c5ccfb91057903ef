// Pods as protobuf say the same as pods as JSON, whichever way they arrive, and damage costs no more than its object.

import DashboardModel
import DashboardTesting
import StructuredText
import Testing

@testable import DashboardFeeds

@Suite("Pods as protobuf")
struct ProtobufPodTests {
  private static func recorded(_ name: String) -> [UInt8] { Recorded.text("protobuf/\(name)").bytes }

  /// The objects of a page that arrives in chunks.
  private static func page(
    _ bytes: [UInt8], chunk: Int
  ) throws -> (objects: [ReadObject], version: String, isWhole: Bool) {
    var splitter = ProtobufListSplitter()
    var context = ReadingContext(cluster: "c")
    var objects: [ReadObject] = []
    var version = ""
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      splitter.append(Array(bytes[start..<min(start + chunk, bytes.count)]))
      while let piece = try splitter.next() {
        switch piece {
        case .item(let item): objects.append(try PodFacts.object(protobuf: item, &context))
        case .ended(let resourceVersion, _): version = resourceVersion
        case .other: throw ProtobufFault.malformed
        }
      }
    }
    return (objects, version, splitter.isWhole)
  }

  /// The same pods as JSON.
  private static func json() throws -> [ReadObject] {
    var cursor = JSONCursor(Recorded.text("kubernetes/base/pods.http").bytes)
    var context = ReadingContext(cluster: "c")
    var objects: [ReadObject] = []
    try cursor.openObject()
    while let key = try cursor.nextKey() {
      guard key == "items" else { continue }
      try cursor.openArray()
      while try cursor.nextElement() {
        var item = JSONCursor(try cursor.raw())
        objects.append(try PodFacts.object(&item, &context))
      }
    }
    return objects
  }

  @Test(
    "the recorded list says the same as its JSON, in chunks of any size", arguments: [1, 7, 1000, 1 << 20])
  func equalsJSON(chunk: Int) throws {
    let page = try Self.page(Self.recorded("pods-protobuf.bin"), chunk: chunk)
    let expected = try Self.json()
    #expect(page.isWhole && page.version == "649")
    #expect(page.objects.count == 17 && expected.count == 17)
    for (seen, wanted) in zip(page.objects, expected) {
      #expect(seen.key == wanted.key && seen.revision == wanted.revision && seen.identity == wanted.identity)
      #expect(seen.facts == wanted.facts, "\(seen.key.name)")
    }
    #expect(
      page.objects.contains {
        if case .replica(let replica) = $0.facts { !replica.handed.isEmpty } else { false }
      })
  }

  @Test(
    "the recorded watch gives its events with their pods, in chunks of any size", arguments: [1, 5, 4096])
  func watch(chunk: Int) throws {
    let bytes = Self.recorded("watch-pods-protobuf.bin")
    var splitter = ProtobufWatchSplitter()
    var context = ReadingContext(cluster: "c")
    var events: [String] = []
    for start in stride(from: 0, to: bytes.count, by: chunk) {
      splitter.append(Array(bytes[start..<min(start + chunk, bytes.count)]))
      while let event = try splitter.next() {
        #expect(event.kind == "Pod")
        let version = try PodFacts.resourceVersion(protobuf: event.object)
        let isBookmark = event.type == "BOOKMARK"
        let name = isBookmark ? "" : try PodFacts.object(protobuf: event.object, &context).key.name
        events.append("\(event.type) \(name) \(version ?? "")")
      }
    }
    let text = String(decoding: Self.recorded("watch-pods.events.txt"), as: UTF8.self)
    #expect(events == text.split(separator: "\n").map(String.init))
  }

  @Test("a list that is cut off is not whole, wherever it is cut")
  func cutOff() throws {
    let bytes = Self.recorded("pods-protobuf.bin")
    for count in stride(from: 0, to: bytes.count - 8, by: 977) {
      let page = try Self.page(Array(bytes.prefix(count)), chunk: 4096)
      #expect(!page.isWhole && page.objects.count < 17)
    }
  }

  @Test("damaged bytes never trap: they are read, or refused", arguments: 0..<40)
  func damage(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let whole = Self.recorded("pods-protobuf.bin")
    for _ in 0..<25 {
      var bytes = whole
      for _ in 0..<8 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? Self.page(bytes, chunk: 10_000)
    }
  }

  @Test("what is no list is told by its kind")
  func others() throws {
    var splitter = ProtobufListSplitter()
    splitter.append(Self.recorded("pods-protobuf.bin"))
    var status = ProtobufListSplitter()
    // An envelope around an empty Status.
    status.append(
      [0x6B, 0x38, 0x73, 0, 0x0A, 12, 0x0A, 2, 0x76, 0x31, 0x12, 6] + Array("Status".utf8) + [0x12, 0])
    guard case .other("Status") = try status.next() else {
      Issue.record("a Status is no list")
      return
    }
    var page = ProtobufListSplitter()
    page.append(Array("<html>".utf8))
    #expect(throws: ProtobufFault.malformed) { try page.next() }
  }
}
