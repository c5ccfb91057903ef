// Cuts a YAML stream into pieces by its lines, so that a large list is never held as a whole and one broken
// item costs one item.

/// Documents end at `---` and `...`. Inside a document that looks as kubectl prints lists (`items:` at the left
/// edge, then `- ` entries), each entry is a piece of its own; anchors do not reach from one entry to the next.
struct YAMLSplitter: DocumentSplitter {
  private enum State {
    case outside
    case inDocument
    /// Behind `items:`, before its first entry.
    case behindItemsKey
    case inItem(indentation: Int, index: Int)
    case behindItems
  }

  private let itemPaths: [[String]]
  private let maximumBytes: Int
  private var lineBuffer: [UInt8] = []
  private var line = 1
  private var offset = 0
  private var state = State.outside
  private var piece = YAMLPiece(
    role: .whole, text: [], place: TextPlace(line: 1, column: 1, byteOffset: 0), document: 0)
  /// Lines of the piece hold more than directives, comments and blanks.
  private var hasContent = false
  private var hasMarker = false
  private var document = 0
  private var list: (header: ListHeader, items: Int)?
  private var events: [SplitEvent] = []
  private var nextEvent = 0

  init(itemPaths: [[String]], maximumBytes: Int) {
    self.itemPaths = itemPaths
    self.maximumBytes = maximumBytes
  }

  var end: TextPlace {
    TextPlace(line: line, column: lineBuffer.count + 1, byteOffset: offset + lineBuffer.count)
  }

  mutating func append(_ text: ArraySlice<UInt8>) {
    events.removeAll(keepingCapacity: true)
    nextEvent = 0
    var rest = text
    while let feed = rest.firstIndex(of: Byte.lineFeed) {
      lineBuffer += rest[...feed]
      takeLine()
      rest = rest[(feed + 1)...]
    }
    // A line without end must not fill the memory.
    if lineBuffer.count <= maximumBytes { lineBuffer += rest } else { offset += rest.count }
  }

  mutating func finish() {
    events.removeAll(keepingCapacity: true)
    nextEvent = 0
    if !lineBuffer.isEmpty { takeLine() }
    endDocument()
  }

  mutating func next() -> SplitEvent? {
    guard nextEvent < events.count else { return nil }
    defer { nextEvent += 1 }
    return events[nextEvent]
  }

  // MARK: Lines

  private mutating func takeLine() {
    route(YAMLLine(lineBuffer[...]))
    offset += lineBuffer.count
    line += 1
    lineBuffer.removeAll(keepingCapacity: true)
  }

  private mutating func route(_ shape: YAMLLine) {
    if shape.isDocumentStart || shape.isDocumentEnd {
      routeMarker(shape)
      return
    }
    let isFiller = shape.isBlank || shape.isComment
    switch state {
    case .outside, .inDocument:
      keepLine(isContent: !isFiller && !shape.isDirective)
      state = shape.isItemsKey ? .behindItemsKey : .inDocument
    case .behindItemsKey:
      if !isFiller, shape.isSequenceEntry {
        beginItems(shape)
      } else {
        keepLine(isContent: true)
        if !isFiller { state = .inDocument }
      }
    case .inItem(let indentation, let index): routeInItem(shape, isFiller, indentation, index)
    case .behindItems: keepLine(isContent: !isFiller)
    }
  }

  private mutating func routeMarker(_ shape: YAMLLine) {
    // Directives and comments in front of the first marker belong to its document.
    if hasContent || list != nil || hasMarker || shape.isDocumentEnd { endDocument() }
    guard shape.isDocumentStart else { return }
    hasMarker = true
    // Content may follow on the marker's line.
    keepLine(isContent: lineBuffer.dropFirst(3).contains { !Byte.isWhitespace($0) })
    state = .inDocument
  }

  private mutating func routeInItem(_ shape: YAMLLine, _ isFiller: Bool, _ indentation: Int, _ index: Int) {
    if isFiller || shape.indentation > indentation {
      keepLine(isContent: !isFiller)
    } else if shape.indentation == indentation, shape.isSequenceEntry {
      flush()
      beginItem(indentation, index + 1)
    } else {
      flush()
      state = .behindItems
      piece.role = .header
      keepLine(isContent: true)
    }
  }

  private mutating func keepLine(isContent: Bool) {
    if piece.text.isEmpty, !piece.isTooLarge {
      piece.place = TextPlace(line: line, column: 1, byteOffset: offset)
    }
    if isContent { hasContent = true }
    guard piece.text.count + lineBuffer.count <= maximumBytes else {
      piece.isTooLarge = true
      piece.text = []
      return
    }
    guard !piece.isTooLarge else { return }
    piece.text += lineBuffer
  }

  // MARK: Pieces

  private mutating func beginItems(_ shape: YAMLLine) {
    list = (ListHeader(), 0)
    // The line `items:` itself ends the text in front; without a value it reads as a null member.
    piece.role = .header
    flush()
    beginItem(shape.indentation, 0)
  }

  private mutating func beginItem(_ indentation: Int, _ index: Int) {
    state = .inItem(indentation: indentation, index: index)
    piece.role = .item(index: index)
    lineBuffer[indentation] = Byte.space
    keepLine(isContent: true)
  }

  private mutating func endDocument() {
    flush()
    if let list {
      let summary = DocumentSummary(
        document: document, isList: true, items: list.items, header: list.header)
      events.append(.documentEnded(summary))
      document += 1
    }
    list = nil
    state = .outside
    piece.role = .whole
  }

  /// Parses the piece at hand and forgets its text.
  private mutating func flush() {
    defer {
      piece.text = []
      piece.isTooLarge = false
      hasContent = false
      hasMarker = false
    }
    guard hasContent || piece.isTooLarge else { return }
    piece.document = document
    let reader = YAMLPieceReader(piece: piece, itemPaths: itemPaths, maximumBytes: maximumBytes)
    switch piece.role {
    case .header:
      do throws(DocumentFault) {
        for member in try reader.headerMembers() where member.name != "items" {
          list?.header.append(path: [member.name], json: member.json)
        }
      } catch {
        events.append(.fault(error))
      }
    case .item(let index):
      list?.items += 1
      events.append(reader.item(index: index, header: list?.header ?? ListHeader()))
    case .whole:
      let found = reader.documentEvents()
      events += found
      if !found.isEmpty { document += 1 }
    }
  }
}
