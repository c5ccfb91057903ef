// What holds for any cut and any damage of the bytes, over two hundred seeds.

import DashboardTesting
import StructuredText
import Testing

@Suite("Reading, whatever happens to the bytes")
struct ReadingPropertyTests {
  private static let json: [UInt8] = Fixture.bytes("kubectl-pods.json")
  private static let yaml: [UInt8] = Fixture.bytes("kubectl-pods.yaml")
  private static let stream = Array(
    "[{\"a\":\"\\\"\\\\\"},[1,2],null]\n{\"items\":[{\"x\":[{}]}],\"kind\":\"L\"} x {\"b\":1e3}\r\n{\"open\":"
      .utf8)

  @Test("any chunking of the same bytes gives the same events", arguments: 0..<200)
  func chunkingDoesNotMatter(seed: Int) {
    var random = SeededRandom(seed: seed)
    let bytes = [Self.stream, Array(Self.json.prefix(9000)), Array(Self.yaml.prefix(4000))][seed % 3]
    var reader = DocumentReader()
    reader.chunkBytes = Int.random(in: 16...600, using: &random)
    let chunkBytes = Int.random(in: 1...700, using: &random)
    #expect(Observed(bytes, chunkBytes: chunkBytes, reader: reader) == Observed(bytes))
  }

  @Test("damaged JSON never traps and decoders meet faults, not surprises", arguments: 0..<200)
  func damagedJSONIsSurvived(seed: Int) {
    let bytes = damaged(Self.json, seed: seed)
    for item in Observed(bytes).items {
      var cursor = JSONCursor(Array(item.json.utf8))
      _ = try? readEverything(&cursor)
    }
  }

  @Test("damaged YAML never traps", arguments: 0..<200)
  func damagedYAMLIsSurvived(seed: Int) {
    let seen = Observed(damaged(Array(Self.yaml.prefix(12_000)), seed: seed))
    #expect(seen.isComplete != nil)
    for item in seen.items {
      #expect(throws: Never.self) { try CanonicalJSON.bytes(of: Array(item.json.utf8)[...]) }
    }
  }

  @Test("damaged gzip never traps", arguments: 0..<50)
  func damagedGzipIsSurvived(seed: Int) {
    let seen = Observed(damaged(gzip(Array(Self.json.prefix(20_000))), seed: seed))
    #expect(seen.isComplete != nil)
  }

  @Test("one flipped byte costs at most two of the pods, unless it hits the list itself", arguments: 0..<50)
  func oneFlipCostsLittle(seed: Int) {
    var random = SeededRandom(seed: seed)
    var bytes = Self.json
    let whole = Observed(bytes)
    let first = whole.items[0].place.start.byteOffset
    // Inside the items, never the bracket around them.
    let position = Int.random(in: (first + 1)..<(bytes.count - 200), using: &random)
    guard let byte = Self.harmless(bytes[position]) else { return }
    bytes[position] = byte
    let seen = Observed(bytes)
    #expect(seen.items.count >= whole.items.count - 2)
  }

  /// Another byte that changes a word but no bracket or quote; nil for structure.
  private static func harmless(_ byte: UInt8) -> UInt8? {
    "{}[]\",:\\\n".utf8.contains(byte) ? nil : UInt8(ascii: "~")
  }

  private func damaged(_ bytes: [UInt8], seed: Int) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      let position = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[position] = Array("{}[]\",:\\ \n-&*".utf8).randomElement(using: &random) ?? 0
      default: bytes.removeSubrange(position..<min(bytes.count, position + 40))
      }
    }
    return Bool.random(using: &random) ? Array(bytes.prefix(bytes.count / 2)) : bytes
  }

  private func readEverything(_ cursor: inout JSONCursor) throws(JSONFault) {
    switch try cursor.kind {
    case .object:
      try cursor.openObject()
      while try cursor.nextKey() != nil { try readEverything(&cursor) }
    case .array:
      try cursor.openArray()
      while try cursor.nextElement() { try readEverything(&cursor) }
    case .string: _ = try cursor.string()
    case .number: _ = try cursor.double()
    case .bool: _ = try cursor.bool()
    case .null: _ = try cursor.null()
    }
  }
}
