// JSON that comes over a network, item by item as its chunks arrive: memory for one item, whatever the answer's size.

/// Takes an answer's bytes in pieces of any size and hands over its items: the elements of an array or of a list's
/// `items`, or the objects that stand one after the other, as events do.
package struct ItemStream {
  /// What was found.
  package enum Event {
    /// A complete item. Its bytes are to be decoded before more are appended.
    case item(DocumentItem)
    /// A list, or an object that stands alone, ended; its header is complete now.
    case documentEnded(DocumentSummary)
    /// Something that could not be read; what follows is tried.
    case fault(DocumentFault)
  }

  private var splitter: ItemSplitter

  /// - Parameter maximumItemBytes: A larger item is a fault.
  package init(maximumItemBytes: Int = 64 << 20) {
    splitter = ItemSplitter(maximumItemBytes: maximumItemBytes)
  }

  /// Takes more bytes; all events of earlier ones must have been taken.
  package mutating func append(_ bytes: [UInt8]) { splitter.append(bytes[...]) }

  /// No more bytes come: what is incomplete becomes a fault.
  package mutating func finish() { splitter.finish() }

  /// The next event; nil when more bytes are needed, or none are left.
  package mutating func next() -> Event? {
    switch splitter.next() {
    case .item(let item): .item(item)
    case .documentEnded(let summary): .documentEnded(summary)
    case .fault(let fault): .fault(fault)
    case nil: nil
    }
  }
}
