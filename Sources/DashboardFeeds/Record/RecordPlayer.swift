// Reads the state of a moment out of a record, and goes on from there to later moments without beginning anew.

import DashboardModel
import StructuredText

/// A place in a record with the state of all feeds there.
final class RecordPlayer {
  private let storage: any RecordStorage
  private let path: String
  private var segment: Int?
  /// The offset of the next piece.
  private var next = 0
  private var words = RecordWords()
  private var unpacker = InflateStream()
  private var feeds: [ReplayedFeed] = []
  /// The moment of the last piece that was taken up.
  private(set) var time: Timestamp?
  /// The offset of that piece: its number among all, which only rises.
  private var revision = 0

  init(_ storage: any RecordStorage, path: String) {
    self.storage = storage
    self.path = path
  }

  /// The slices of all feeds.
  var slices: [FeedSlice] { feeds.map { $0.slice(revision: revision) } }

  /// Goes to the state of a moment: that of the last piece that was written by then, of the first where none was.
  func go(to moment: Timestamp, in index: RecordIndex) throws {
    guard let wanted = index.segment(at: moment) else { throw RecordFault.empty(path: path) }
    let offset = index.segments[wanted].offset
    let goesOn = segment == offset && time.map { $0 <= moment } ?? false
    if !goesOn { try begin(at: offset) }
    let end = index.end(of: wanted)
    while let chunk = try header(before: end), chunk.time <= moment { try take(chunk) }
  }

  /// The moment of the next piece of facts; nil behind the last.
  func nextTime(in index: RecordIndex) throws -> Timestamp? {
    var place = next
    while place < index.end, let chunk = try RecordIndex.header(storage, place) {
      if chunk.kind != .news { return chunk.time }
      place += chunk.size
    }
    return nil
  }

  private func begin(at offset: Int) throws {
    words = RecordWords()
    unpacker = InflateStream()
    feeds = []
    segment = offset
    next = offset
    time = nil
    guard let key = try RecordIndex.header(storage, offset), key.kind == .key else {
      throw damage(offset, "no key")
    }
    try take(key)
  }

  private func header(before end: Int) throws -> RecordChunk? {
    next < end ? try RecordIndex.header(storage, next) : nil
  }

  private func take(_ chunk: RecordChunk) throws {
    let offset = next
    next += chunk.size
    if chunk.kind != .news {
      let packed = try storage.read(offset + RecordChunk.bytes, chunk.packedCount)
      guard let raw = unpacker.unpack(packed[...], count: chunk.rawCount) else {
        throw damage(offset, "the packing")
      }
      do {
        try take(raw, chunk)
      } catch {
        throw damage(offset, (error as? RecordDamage)?.what ?? "a fact")
      }
      revision = offset
    }
    time = chunk.time
  }

  private func take(_ raw: [UInt8], _ chunk: RecordChunk) throws {
    var input = RecordInput(raw[...])
    if chunk.kind == .key {
      for _ in 0..<(try input.count()) {
        var feed = ReplayedFeed(feed: FeedID(try input.text()))
        try feed.take(time: chunk.time, &words, &input)
        feeds.append(feed)
      }
      return
    }
    let place = try input.number()
    if place == feeds.count { feeds.append(ReplayedFeed(feed: FeedID(try input.text()))) }
    guard feeds.indices.contains(place) else { throw RecordDamage(what: "a feed's number") }
    try feeds[place].take(time: chunk.time, &words, &input)
  }

  private func damage(_ offset: Int, _ what: String) -> RecordFault {
    .damaged(path: path, offset: offset, what: what)
  }
}

/// Reads what changed when out of a record, a segment at a time.
struct RecordNewsReader {
  let storage: any RecordStorage

  /// The news of a segment, oldest first. A piece that cannot be understood ends them: names later on could be wrong.
  func news(of segment: Int, in index: RecordIndex) throws(RecordFault) -> [PictureChange] {
    var changes: [PictureChange] = []
    var words = RecordWords()
    let unpacker = InflateStream()
    var place = index.segments[segment].offset
    let end = index.end(of: segment)
    while place < end, let chunk = try RecordIndex.header(storage, place) {
      if chunk.kind == .news {
        let packed = try storage.read(place + RecordChunk.bytes, chunk.packedCount)
        guard let raw = unpacker.unpack(packed[...], count: chunk.rawCount) else { break }
        var input = RecordInput(raw[...])
        guard let change = try? words.news(at: chunk.time, &input) else { break }
        changes.append(change)
      }
      place += chunk.size
    }
    return changes
  }

  /// How much changed in each of `count` equal parts of a span. Cost: a look at every piece's header.
  func activity(_ span: ClosedRange<Timestamp>, parts count: Int, in index: RecordIndex)
    throws(RecordFault) -> [RecordActivity]
  {
    var parts = [RecordActivity](repeating: RecordActivity(), count: max(1, count))
    let length = max(1, span.upperBound.milliseconds - span.lowerBound.milliseconds + 1)
    for segment in index.segments.indices {
      var place = index.segments[segment].offset
      while place < index.end(of: segment), let chunk = try RecordIndex.header(storage, place) {
        place += chunk.size
        guard chunk.kind == .news else { continue }
        let from = chunk.time.milliseconds - span.lowerBound.milliseconds
        guard from >= 0, from < length else { continue }
        let part = Int(from * Int64(parts.count) / length)
        parts[part].changes += chunk.changes
        if chunk.flags & RecordChunk.criticalFlag != 0 { parts[part].isCritical = true }
      }
    }
    return parts
  }
}

/// How much changed in a part of a record.
package struct RecordActivity: Hashable, Sendable {
  /// Cells and findings that changed.
  package var changes = 0
  /// Whether something critical began.
  package var isCritical = false

  /// Nothing changed.
  package init() {}
}
