// Where documents begin and end in the stream, and what stands between them.

extension ItemSplitter {
  mutating func startDocument() -> Event? {
    skipWhitespace()
    guard index < buffer.count else { return nil }
    let byte = buffer[index]
    if byte == Byte.recordSeparator {
      index += 1
      return nil
    }
    guard byte == Byte.openBrace || byte == Byte.openBracket else {
      step = .garbage
      return event(.unexpectedByte(byte), at: place(of: index))
    }
    document += 1
    documentStart = place(of: index)
    path = []
    header = ListHeader()
    items = 0
    elementIndex = 0
    isWholeTooLarge = false
    isWholeBroken = false
    isInList = byte == Byte.openBracket
    sawList = isInList
    wholeStart = isInList ? nil : index
    index += 1
    step = .entryOrEnd
    return nil
  }

  /// Passes over what is no document, up to the next line or brace.
  mutating func skipGarbage() -> Event? {
    let stop = buffer[index...].firstIndex { $0 == Byte.lineFeed || $0 == Byte.openBrace }
    index = stop ?? buffer.count
    if stop != nil { step = .between }
    return nil
  }

  /// Ends the document in front of `index`.
  mutating func endDocument() -> Event {
    step = .between
    let summary = Event.documentEnded(
      DocumentSummary(document: document, isList: sawList, items: sawList ? items : 1, header: header)
    )
    guard !sawList else { return summary }
    pending = summary
    if isWholeTooLarge { return event(.tooLarge(limit: maximumItemBytes), at: documentStart) }
    guard !isWholeBroken, let start = wholeStart else { return event(.unbalanced, at: documentStart) }
    wholeStart = nil
    let place = ItemPlace(document: document, index: nil, listPath: [], start: documentStart)
    return .item(DocumentItem(json: buffer[start..<index], place: place))
  }

  /// No more text comes: what is open becomes a fault, once.
  mutating func endOfText() -> Event? {
    guard step != .between, step != .garbage else { return nil }
    let fault = event(.truncated, at: place(of: buffer.count))
    index = buffer.count
    step = .between
    wholeStart = nil
    entryStart = nil
    pending = .documentEnded(
      DocumentSummary(document: document, isList: sawList, items: items, header: header)
    )
    return fault
  }
}
