// Cuts a stream of JSON text into items while memory stays flat: the first half of every decoder.

/// A byte machine that takes text in pieces of any size and hands over complete items.
///
/// Understood at the top, and in any mix: objects whose member at one of `itemPaths` is an array (each element
/// is an item, other small members form the header), arrays (each element is an item), other objects (items
/// themselves); one after the other with or without white space or line feeds between.
package struct ItemSplitter: DocumentSplitter {
  typealias Event = SplitEvent

  /// What the next byte may be.
  enum Step {
    case between
    case garbage
    /// The first entry or the end of an object or list; commas come later.
    case entryOrEnd
    /// Behind a comma; an end here is tolerated.
    case entry
    case key
    case colon
    case value
    case insideNested
    case insideScalar
    case commaOrEnd
    /// Something impossible stood here: on to what looks like an entry or the end.
    case recovering
  }

  let itemPaths: [[String]]
  let maximumItemBytes: Int

  var buffer: [UInt8] = []
  /// The offset in the text of the first byte of `buffer`.
  var base = 0
  /// The byte of `buffer` to look at next.
  var index = 0
  var lines = LineCounter()
  var isFinished = false
  var pending: Event?
  /// True when the bytes at hand were looked at but must be looked at again with more behind them.
  var isWaiting = false

  var step = Step.between
  var document = -1
  var documentStart = TextPlace(line: 1, column: 1, byteOffset: 0)
  /// Where the document starts in `buffer` while it may still turn out to be one item; nil once it cannot.
  var wholeStart: Int?
  var isWholeTooLarge = false
  var isWholeBroken = false
  /// The members that lead to the object the machine is in, within the item paths.
  var path: [String] = []
  var isInList = false
  var sawList = false
  var items = 0
  /// The element of the present list.
  var elementIndex = 0
  var header = ListHeader()
  var memberName = ""
  /// Where the key or the value that is being read starts in `buffer`; nil when its bytes were given up.
  var entryStart: Int?
  var entryPlace = TextPlace(line: 1, column: 1, byteOffset: 0)
  var scan = BracketScan()

  package init(itemPaths: [[String]] = [["items"]], maximumItemBytes: Int = 64 << 20) {
    self.itemPaths = itemPaths
    self.maximumItemBytes = maximumItemBytes
  }

  package mutating func append(_ text: ArraySlice<UInt8>) {
    giveUpWhatIsTooLarge()
    let keep = min(index, wholeStart ?? index, entryStart ?? index)
    lines.advance(to: base + keep, in: buffer, base: base)
    if keep > 0 {
      buffer.removeSubrange(0..<keep)
      base += keep
      index -= keep
      wholeStart = wholeStart.map { $0 - keep }
      entryStart = entryStart.map { $0 - keep }
    }
    buffer += text
  }

  /// What is incomplete now becomes a fault.
  package mutating func finish() { isFinished = true }

  package var end: TextPlace { mutating get { place(of: buffer.count) } }

  package mutating func next() -> SplitEvent? {
    if let event = pending {
      pending = nil
      return event
    }
    while index < buffer.count {
      if let event = advance() { return event }
      if index >= buffer.count || isWaiting { break }
    }
    return isFinished ? endOfText() : nil
  }

  private mutating func advance() -> Event? {
    isWaiting = false
    switch step {
    case .between: return startDocument()
    case .garbage: return skipGarbage()
    case .key: return readKey()
    case .insideNested: return readNested()
    case .insideScalar: return readScalar()
    default: break
    }
    skipWhitespace()
    guard index < buffer.count else { return nil }
    let byte = buffer[index]
    switch step {
    case .entryOrEnd, .entry: return startEntry(byte)
    case .colon: return readColon(byte)
    case .value: return startValue(byte)
    case .commaOrEnd: return readComma(byte)
    default: return recover(byte)
    }
  }

  mutating func skipWhitespace() {
    index = buffer.withUnsafeBufferPointer { [index] in
      ByteScan.afterWhitespace($0, from: index, to: $0.count)
    }
  }

  private mutating func giveUpWhatIsTooLarge() {
    if let start = wholeStart, index - start > maximumItemBytes {
      wholeStart = nil
      isWholeTooLarge = true
    }
    guard let start = entryStart, wholeStart == nil else { return }
    let limit = isInList ? maximumItemBytes : ListHeader.maximumMemberBytes
    if index - start > limit { entryStart = nil }
  }

  /// The place of a byte of the buffer; places must be asked for in ascending order.
  mutating func place(of index: Int) -> TextPlace {
    lines.place(of: base + index, in: buffer, base: base)
  }

  func event(_ reason: DocumentFault.Reason, at place: TextPlace) -> Event {
    .fault(
      DocumentFault(
        reason: reason, place: place, document: max(0, document), index: isInList ? elementIndex : nil)
    )
  }
}
