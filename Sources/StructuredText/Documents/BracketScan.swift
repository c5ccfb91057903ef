// Finds the end of one JSON value that may arrive in pieces, and notices when its brackets do not match.

/// The state of a scan through one value: how deep it is, and whether a string is open.
struct BracketScan {
  private var depth = 0
  /// One bit a level, lowest is outermost: set for an object, clear for an array. Levels above 64 are only counted.
  private var kinds: UInt64 = 0
  private var isInString = false
  /// A bracket closed another kind, or a line ended inside a string: no reader can make sense of the value.
  private(set) var isBroken = false

  /// Starts in front of a value, or behind the opening quote of a string.
  init(isInString: Bool = false) { self.isInString = isInString }

  /// Moves `index` behind the value that started before; false when it does not end in these bytes.
  mutating func advance(_ bytes: ByteScan.Bytes, _ index: inout Int) -> Bool {
    while true {
      if isInString {
        guard closeString(bytes, &index) else { return false }
        if depth == 0 { return true }
      }
      index = ByteScan.structure(bytes, from: index, to: bytes.count)
      guard index < bytes.count else { return false }
      let byte = bytes[index]
      switch byte {
      case Byte.quote: isInString = true
      case Byte.openBrace, Byte.openBracket: open(isObject: byte == Byte.openBrace)
      default:
        // A bracket that closes nothing in this value belongs to what is around it.
        guard close(isObject: byte == Byte.closeBrace) else { return true }
        if depth == 0 {
          index += 1
          return true
        }
      }
      index += 1
    }
  }

  private mutating func closeString(_ bytes: ByteScan.Bytes, _ index: inout Int) -> Bool {
    while true {
      index = ByteScan.stringStop(bytes, from: index, to: bytes.count)
      guard index < bytes.count else { return false }
      switch bytes[index] {
      case Byte.quote:
        index += 1
        isInString = false
        return true
      case Byte.backslash:
        guard index + 1 < bytes.count else { return false }
        index += 2
      case Byte.lineFeed:
        // JSON strings hold no line feed: a quote is missing, and the next line starts afresh.
        isBroken = true
        isInString = false
        return true
      default: index += 1
      }
    }
  }

  @inline(__always)
  private mutating func open(isObject: Bool) {
    if depth < 64 {
      let bit: UInt64 = 1 << UInt64(depth)
      kinds = isObject ? kinds | bit : kinds & ~bit
    }
    depth += 1
  }

  /// Closes the innermost bracket of the kind, and with it what was left open inside; false when there is none.
  @inline(__always)
  private mutating func close(isObject: Bool) -> Bool {
    depth -= 1
    if depth >= 64 || (kinds >> UInt64(depth)) & 1 == (isObject ? 1 : 0) { return true }
    isBroken = true
    while depth > 0 {
      depth -= 1
      if (kinds >> UInt64(depth)) & 1 == (isObject ? 1 : 0) { return true }
    }
    return false
  }
}
