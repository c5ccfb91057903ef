// Lines and columns of byte offsets, counted once over text that passes by.

/// Counts line feeds up to places that are asked for in ascending order.
struct LineCounter {
  private var line = 1
  private var lineStart = 0
  private var counted = 0

  /// The place of `offset`, given the bytes from `base` on; offsets already passed answer the last place.
  mutating func place(of offset: Int, in bytes: [UInt8], base: Int) -> TextPlace {
    advance(to: offset, in: bytes, base: base)
    return TextPlace(line: line, column: max(0, offset - lineStart) + 1, byteOffset: offset)
  }

  /// Counts up to `offset`, before the bytes in front of it are dropped.
  mutating func advance(to offset: Int, in bytes: [UInt8], base: Int) {
    guard offset > counted else { return }
    let (count, last) = bytes.withUnsafeBufferPointer {
      ByteScan.lineFeeds($0, from: counted - base, to: offset - base)
    }
    line += count
    if let last { lineStart = base + last + 1 }
    counted = offset
  }
}
