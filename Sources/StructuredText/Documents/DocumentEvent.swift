// What a reader of documents hands on: items one by one, and facts about what could not be read.

/// One step of reading a file.
package enum DocumentEvent: Sendable {
  /// The first bytes told what the file is. Comes once, first, also for a file that is then refused.
  case began(ContentKind)
  /// One complete item, as JSON.
  case item(DocumentItem)
  /// A list or a single document ended; its header is complete now.
  case documentEnded(DocumentSummary)
  /// Something could not be read; reading goes on where that is possible.
  case fault(DocumentFault)
  /// Comes once a chunk.
  case progress(ReadingProgress)
  /// The last event. `isComplete` is false when reading stopped early: cancelled, unreadable, refused.
  case finished(isComplete: Bool)
}

/// How far reading is.
package struct ReadingProgress: Sendable, Hashable {
  /// Bytes of the file, before decompression.
  package var bytesRead: Int
  /// The size of the file; nil for pipes.
  package var bytesExpected: Int?
  package var items: Int

  package init(bytesRead: Int, bytesExpected: Int?, items: Int) {
    self.bytesRead = bytesRead
    self.bytesExpected = bytesExpected
    self.items = items
  }
}

/// What is known of a document at its end.
package struct DocumentSummary: Sendable {
  /// Documents of a file count from 0.
  package var document: Int
  /// False when the document was an item itself.
  package var isList: Bool
  package var items: Int
  package var header: ListHeader
}
