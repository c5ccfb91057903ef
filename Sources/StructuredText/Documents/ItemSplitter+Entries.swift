// Members of objects on the way to a list, and elements of the list.

extension ItemSplitter {
  /// At the start of a member or an element, or at the bracket that ends them.
  mutating func startEntry(_ byte: UInt8) -> Event? {
    switch byte {
    case Byte.closeBrace, Byte.closeBracket: return close(byte)
    case Byte.quote where !isInList:
      entryStart = index
      index += 1
      scan = BracketScan(isInString: true)
      step = .key
      return nil
    default:
      return isInList ? startValue(byte) : refuse(byte)
    }
  }

  /// At the closing quote of a member's name, or before it.
  mutating func readKey() -> Event? {
    guard scanOn() else { return nil }
    if let start = entryStart, index - start <= 1024, !scan.isBroken {
      memberName = JSONKey(JSONEscapes.decoded(buffer[(start + 1)..<(index - 1)])[...]).string
    } else {
      memberName = ""
    }
    entryStart = nil
    step = .colon
    return nil
  }

  mutating func readColon(_ byte: UInt8) -> Event? {
    guard byte == Byte.colon else { return refuse(byte) }
    index += 1
    step = .value
    return nil
  }

  /// At the first byte of a member's value or of an element.
  mutating func startValue(_ byte: UInt8) -> Event? {
    guard let kind = JSONKind(startingWith: byte) else { return refuse(byte) }
    if !isInList, kind == .array || kind == .object, enterTracked(kind) {
      index += 1
      step = .entryOrEnd
      return nil
    }
    entryStart = index
    if isInList { entryPlace = place(of: index) }
    switch kind {
    case .object, .array:
      scan = BracketScan()
      step = .insideNested
    case .string:
      index += 1
      scan = BracketScan(isInString: true)
      step = .insideNested
    case .number, .bool, .null:
      step = .insideScalar
    }
    return nil
  }

  /// Enters the value of the present member when it is a list of items or leads to one.
  private mutating func enterTracked(_ kind: JSONKind) -> Bool {
    let next = path + CollectionOfOne(memberName)
    if kind == .array {
      guard itemPaths.contains(next) else { return false }
      path = next
      elementIndex = 0
      isInList = true
      beginList()
      return true
    }
    guard itemPaths.contains(where: { $0.count > next.count && $0.starts(with: next) }) else { return false }
    path = next
    return true
  }

  private mutating func beginList() {
    sawList = true
    wholeStart = nil
    isWholeTooLarge = false
  }

  mutating func readNested() -> Event? { scanOn() ? endValue() : nil }

  mutating func readScalar() -> Event? {
    index = buffer.withUnsafeBufferPointer { [index] in
      ByteScan.scalarEnd($0, from: index, to: $0.count)
    }
    return index < buffer.count ? endValue() : nil
  }

  /// Behind the last byte of a member's value or of an element.
  private mutating func endValue() -> Event? {
    let isBroken = step == .insideNested && scan.isBroken
    let start = entryStart
    entryStart = nil
    step = .commaOrEnd
    return isInList ? endElement(from: start, isBroken: isBroken) : endMember(from: start, isBroken: isBroken)
  }

  private mutating func endElement(from start: Int?, isBroken: Bool) -> Event {
    defer {
      elementIndex += 1
      items += 1
    }
    guard let start else { return event(.tooLarge(limit: maximumItemBytes), at: entryPlace) }
    guard !isBroken else { return event(.unbalanced, at: entryPlace) }
    let place = ItemPlace(document: document, index: elementIndex, listPath: path, start: entryPlace)
    return .item(DocumentItem(json: buffer[start..<index], place: place, header: header))
  }

  private mutating func endMember(from start: Int?, isBroken: Bool) -> Event? {
    if isBroken { isWholeBroken = true }
    guard let start, !isBroken else { return nil }
    let value = buffer[start..<index]
    let fullPath = path + CollectionOfOne(memberName)
    if itemPaths.contains(fullPath), JSONKey(value) == "null" {
      beginList()
    } else if value.count <= ListHeader.maximumMemberBytes {
      header.append(path: fullPath, json: value)
    }
    return nil
  }

  mutating func readComma(_ byte: UInt8) -> Event? {
    switch byte {
    case Byte.comma:
      index += 1
      step = .entry
      return nil
    case Byte.closeBrace, Byte.closeBracket: return close(byte)
    default: return refuse(byte)
    }
  }

  /// At a closing bracket between entries.
  private mutating func close(_ byte: UInt8) -> Event? {
    if isInList {
      guard byte == Byte.closeBracket else { return closeListByBrace() }
      index += 1
      return endList()
    }
    guard byte == Byte.closeBrace else { return refuse(byte) }
    index += 1
    guard !path.isEmpty else { return endDocument() }
    path.removeLast()
    step = .commaOrEnd
    return nil
  }

  private mutating func endList() -> Event? {
    isInList = false
    guard !path.isEmpty else { return endDocument() }
    path.removeLast()
    step = .commaOrEnd
    return nil
  }

  /// A list inside an object whose own bracket is missing ends with the object, so that the next document is safe.
  private mutating func closeListByBrace() -> Event? {
    let fault = refuse(Byte.closeBrace)
    guard !path.isEmpty else { return fault }
    index -= 1
    _ = endList()
    return fault
  }

  /// Reports a byte that cannot stand here, passes it unless it can begin something, and starts to recover.
  private mutating func refuse(_ byte: UInt8) -> Event {
    isWholeBroken = true
    let fault = event(.unexpectedByte(byte), at: place(of: index))
    step = .recovering
    let canBegin = byte == Byte.quote || byte == Byte.openBrace || byte == Byte.openBracket
    if !canBegin { index += 1 }
    return fault
  }

  /// Looks for the next entry or the end without reporting more.
  mutating func recover(_ byte: UInt8) -> Event? {
    switch byte {
    case Byte.comma:
      index += 1
      step = .entry
    case Byte.closeBrace where !isInList || !path.isEmpty, Byte.closeBracket where isInList:
      if isInList, byte == Byte.closeBrace { return endList() }
      return close(byte)
    case Byte.quote where !isInList: return startEntry(byte)
    case Byte.openBrace, Byte.openBracket:
      if isInList { return startValue(byte) }
      memberName = ""
      scan = BracketScan()
      step = .insideNested
    default: index += 1
    }
    return nil
  }

  /// Scans on in the present string or nested value; false when it does not end in the buffer.
  private mutating func scanOn() -> Bool {
    var scan = scan
    var index = index
    let isComplete = buffer.withUnsafeBufferPointer { scan.advance($0, &index) }
    self.scan = scan
    self.index = index
    isWaiting = !isComplete
    return isComplete
  }
}
