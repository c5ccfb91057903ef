// Eight bytes at a time where a byte machine would crawl: the inner loops of the splitter and the cursor.

internal import Glibc

/// Searches in a byte buffer; every function answers an index up to and including `end`, which means "not found".
enum ByteScan {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of each byte of `word` that equals the byte repeated in `pattern`.
  /// A byte above a hit may be marked wrongly by the borrow, the lowest mark is always right.
  @inline(__always)
  private static func marks(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & highs
  }

  @inline(__always)
  private static func word(_ bytes: Bytes, at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The next byte that ends a run of string contents: a quote, a backslash or a control character.
  @inline(__always)
  static func stringStop(_ bytes: Bytes, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let word = word(bytes, at: index)
      let control = (word &- (ones &* 0x20)) & ~word & highs
      let found =
        marks(word, ones &* UInt64(Byte.quote)) | marks(word, ones &* UInt64(Byte.backslash)) | control
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end {
      let byte = bytes[index]
      if byte == Byte.quote || byte == Byte.backslash || byte < 0x20 { return index }
      index &+= 1
    }
    return end
  }

  /// The next quote, bracket or brace: the bytes that change depth or start a string.
  @inline(__always)
  static func structure(_ bytes: Bytes, from start: Int, to end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let word = word(bytes, at: index)
      // `[` and `{`, `]` and `}` differ in the bit 0x20 only.
      let folded = word | (ones &* 0x20)
      let found =
        marks(word, ones &* UInt64(Byte.quote)) | marks(folded, ones &* UInt64(Byte.openBrace))
        | marks(folded, ones &* UInt64(Byte.closeBrace))
      if found != 0 { return index &+ found.trailingZeroBitCount >> 3 }
      index &+= 8
    }
    while index < end {
      let byte = bytes[index]
      let folded = byte | 0x20
      if byte == Byte.quote || folded == Byte.openBrace || folded == Byte.closeBrace { return index }
      index &+= 1
    }
    return end
  }

  /// The next byte that is no white space.
  @inline(__always)
  static func afterWhitespace(_ bytes: Bytes, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte > Byte.space { return index }
      if byte == Byte.lineFeed {
        index &+= 1
        // Indentation follows a line feed: kubectl's lists are mostly that.
        while index &+ 8 <= end, word(bytes, at: index) == ones &* UInt64(Byte.space) { index &+= 8 }
        continue
      }
      guard Byte.isWhitespace(byte) else { return index }
      index &+= 1
    }
    return end
  }

  /// The end of a number or a word such as `true`.
  @inline(__always)
  static func scalarEnd(_ bytes: Bytes, from start: Int, to end: Int) -> Int {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte <= Byte.space || byte == Byte.comma || byte == Byte.quote || byte == Byte.colon { return index }
      let folded = byte | 0x20
      if folded == Byte.openBrace || folded == Byte.closeBrace { return index }
      index &+= 1
    }
    return end
  }

  /// How many line feeds stand in a range, and where the last one is (nil without any).
  static func lineFeeds(_ bytes: Bytes, from start: Int, to end: Int) -> (count: Int, last: Int?) {
    var count = 0
    var index = start
    let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    while index &+ 8 <= end {
      // Each byte of `lanes` counts one lane of eight; they are added up before one can overflow.
      let stop = min(end &- 7, index &+ 8 * 255)
      var lanes: UInt64 = 0
      while index < stop {
        let difference = word(bytes, at: index) ^ (ones &* UInt64(Byte.lineFeed))
        let nonzero = ((difference & lows) &+ lows) | difference
        lanes &+= (~nonzero & highs) >> 7
        index &+= 8
      }
      let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ ((lanes >> 8) & 0x00FF_00FF_00FF_00FF)
      count &+= Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while index < end {
      count &+= bytes[index] == Byte.lineFeed ? 1 : 0
      index &+= 1
    }
    guard count > 0 else { return (0, nil) }
    return (count, bytes[start..<end].lastIndex(of: Byte.lineFeed))
  }

  /// The first zero byte; nil without one.
  static func zero(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress, let found = memchr(base, 0, raw.count) else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
