// A text whose places are asked for as a person's editor counts them: lines from 1, columns from 1 in scalars.

/// A line and a column, both from 1; columns count Unicode scalars.
package struct EditorPlace: Sendable, Hashable, Comparable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A text in UTF-8 with the starts of its lines. Every question is answered for any number: what lies outside is
/// taken for the nearest end.
package struct PlacedText: Sendable {
  package let bytes: [UInt8]
  private let lineStarts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == Byte.lineFeed { starts.append(index + 1) }
    lineStarts = starts
  }

  package var lineCount: Int { lineStarts.count }

  /// The place of a byte. Cost: the logarithm of the lines and the bytes of one line.
  package func place(of offset: Int) -> EditorPlace {
    let offset = min(max(0, offset), bytes.count)
    let line = lineIndex(of: offset)
    let column = Self.scalars(in: bytes[lineStarts[line]..<offset])
    return EditorPlace(line: line + 1, column: column + 1)
  }

  /// The offset of a place.
  package func offset(of place: EditorPlace) -> Int {
    let range = lineRange(place.line)
    var left = place.column - 1
    var offset = range.lowerBound
    while left > 0, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, Self.isContinuation(bytes[offset]) { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The bytes of a line, counted from 1, without its line break.
  package func lineRange(_ line: Int) -> Range<Int> {
    let index = min(max(0, line - 1), lineStarts.count - 1)
    let start = lineStarts[index]
    var end = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == Byte.carriageReturn { end -= 1 }
    return start..<end
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { !isContinuation($0) } }
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
