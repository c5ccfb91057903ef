// What JSON and YAML have in common for the reader: text goes in, events come out.

/// A machine that takes text in pieces of any size and gives events as soon as they are complete.
package protocol DocumentSplitter {
  /// Takes more text; all events of earlier text must have been taken.
  mutating func append(_ text: ArraySlice<UInt8>)
  /// Says that no more text comes.
  mutating func finish()
  /// The next event; nil when more text is needed or, after `finish`, when there is nothing left.
  mutating func next() -> SplitEvent?
  /// The place behind all text taken so far.
  var end: TextPlace { mutating get }
}

/// What a splitter finds.
package enum SplitEvent {
  case item(DocumentItem)
  case documentEnded(DocumentSummary)
  case fault(DocumentFault)
}
