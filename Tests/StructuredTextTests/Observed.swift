// Reads bytes the way the program does and keeps what came as values that compare.

import StructuredText

/// Everything that a reader said about some bytes.
struct Observed: Equatable {
  struct Item: Equatable {
    var json: String
    var place: ItemPlace
  }

  struct Ended: Equatable {
    var document: Int
    var isList: Bool
    var items: Int
    var kind: String?
  }

  var kind: ContentKind?
  var items: [Item] = []
  var ended: [Ended] = []
  var faults: [DocumentFault] = []
  var isComplete: Bool?

  init(_ bytes: [UInt8], chunkBytes: Int = .max, reader: DocumentReader = DocumentReader()) {
    self.init(MemoryByteSource(bytes, chunkBytes: chunkBytes), reader: reader)
  }

  init(_ text: String, reader: DocumentReader = DocumentReader()) {
    self.init(Array(text.utf8), reader: reader)
  }

  init(_ source: some ByteSource, reader: DocumentReader = DocumentReader()) {
    reader.read(source) { event in take(event) }
  }

  private mutating func take(_ event: DocumentEvent) {
    switch event {
    case .began(let kind): self.kind = kind
    case .item(let item):
      items.append(Item(json: String(decoding: item.json, as: UTF8.self), place: item.place))
    case .documentEnded(let summary):
      ended.append(
        Ended(
          document: summary.document, isList: summary.isList, items: summary.items,
          kind: summary.header.string("kind")))
    case .fault(let fault): faults.append(fault)
    case .progress: break
    case .finished(let isComplete): self.isComplete = isComplete
    }
  }

  /// The items in one spelling, whatever form they were read from.
  var canonicalItems: [String] {
    items.map { item in
      let bytes = try? CanonicalJSON.bytes(of: Array(item.json.utf8)[...])
      return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "unreadable: \(item.json)"
    }
  }

  var jsonItems: [String] { items.map(\.json) }
  var reasons: [DocumentFault.Reason] { faults.map(\.reason) }
}
