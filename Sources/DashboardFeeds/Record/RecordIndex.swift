// Where the segments of a record begin and where its last whole piece ends. Nothing is written for it: each key says
// how far back the one before lies, so a record that was cut off anywhere is opened by its last whole piece.

import DashboardModel

/// The segments of a record.
struct RecordIndex {
  /// A segment: the offset of its key, and its moment.
  struct Segment: Hashable {
    let offset: Int
    let time: Timestamp
  }

  private(set) var segments: [Segment] = []
  /// The offset behind the last whole piece.
  private(set) var end: Int
  /// The moment of the last whole piece; nil where there is none.
  private(set) var lastTime: Timestamp?

  /// Nothing is written yet.
  init() { end = 0 }

  /// Finds the segments: from the last whole piece backwards, key by key; where that chain is broken, from the front.
  init(_ storage: any RecordStorage) throws(RecordFault) {
    end = storage.start
    guard let last = try Self.lastWhole(storage) else {
      try extend(storage)
      return
    }
    var found: [Segment] = []
    var offset = last.chunk.kind == .key ? last.offset : last.offset - last.chunk.back
    while offset >= storage.start {
      guard let key = try Self.header(storage, offset), key.kind == .key else {
        try extend(storage)
        return
      }
      found.append(Segment(offset: offset, time: key.time))
      if key.back == 0 { break }
      offset -= key.back
    }
    segments = found.reversed()
    end = last.offset + last.chunk.size
    lastTime = last.chunk.time
  }

  /// Takes up what was written behind the end, as far as it is whole, and forgets what was given up.
  mutating func extend(_ storage: any RecordStorage) throws(RecordFault) {
    segments.removeAll { $0.offset < storage.start }
    end = max(end, storage.start)
    while let chunk = try Self.header(storage, end), end + chunk.size <= storage.end,
      try Self.isWhole(storage, end, chunk)
    {
      if chunk.kind == .key { segments.append(Segment(offset: end, time: chunk.time)) }
      lastTime = chunk.time
      end += chunk.size
    }
  }

  /// The segment of a moment: the last that began by then, else the first.
  func segment(at moment: Timestamp) -> Int? {
    segments.isEmpty ? nil : max(0, (segments.firstIndex { $0.time > moment } ?? segments.count) - 1)
  }

  /// The offset behind a segment.
  func end(of segment: Int) -> Int { segment + 1 < segments.count ? segments[segment + 1].offset : end }

  static func header(_ storage: any RecordStorage, _ offset: Int) throws(RecordFault) -> RecordChunk? {
    RecordChunk(try storage.read(offset, RecordChunk.bytes)[...])
  }

  private static func isWhole(
    _ storage: any RecordStorage, _ offset: Int, _ chunk: RecordChunk
  ) throws(RecordFault) -> Bool {
    let bytes = try storage.read(offset, chunk.size)
    guard bytes.count == chunk.size else { return false }
    return RecordChunk.isWhole(header: bytes[..<RecordChunk.bytes], piece: bytes[RecordChunk.bytes...])
  }

  /// The last whole piece, looked for from the end: what begins like one and has the right sum is one.
  private static func lastWhole(
    _ storage: any RecordStorage
  ) throws(RecordFault) -> (offset: Int, chunk: RecordChunk)? {
    let step = 1 << 18
    var high = storage.end
    while high > storage.start {
      let low = max(storage.start, high - step)
      // A header may lie across the border of two steps.
      let bytes = try storage.read(low, min(high + RecordChunk.bytes, storage.end) - low)
      for place in stride(from: min(bytes.count, high - low) - 1, through: 0, by: -1)
      where bytes[place] == 0x47 && bytes.count - place >= RecordChunk.bytes {
        guard let chunk = RecordChunk(bytes[place...]), low + place + chunk.size <= storage.end,
          try isWhole(storage, low + place, chunk)
        else { continue }
        return (low + place, chunk)
      }
      high = low
    }
    return nil
  }
}
