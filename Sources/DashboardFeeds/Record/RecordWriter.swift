// Turns what feeds say into the pieces of a record: everything at the start of a segment, what is otherwise after that.

import DashboardModel
import StructuredText

/// How large a record may grow, and how it is cut into segments.
package struct RecordLimits: Sendable {
  /// Bytes; nil: no limit. Older segments are given up.
  package var maximumBytes: Int?
  /// How far back it reaches; nil: as far as it can.
  package var keep: Duration?
  /// A segment ends after so many changes, or twice as many as there are replicas: a jump takes up half a segment.
  var changesPerSegment = 20_000
  /// A segment ends after so long, so that old ones can be given up.
  var segmentLength = Duration.seconds(3600)

  /// Limits.
  package init(maximumBytes: Int? = nil, keep: Duration? = nil) {
    self.maximumBytes = maximumBytes
    self.keep = keep
  }
}

/// Writes a record into a storage. What it has written stands there as a whole when a call returns.
final class RecordWriter {
  private let storage: any RecordStorage
  private let limits: RecordLimits
  private var feeds: [RecordedFeed] = []
  private var tables = RecordTables()
  private var newsTables = RecordTables()
  private var packer = DeflateStream()
  private var newsPacker = DeflateStream()
  /// The offset of the present segment's key; nil before the first.
  private var segment: Int?
  private var segmentTime = Timestamp(milliseconds: 0)
  private var changesInSegment = 0
  /// The newest moment that was written.
  private(set) var lastTime: Timestamp?
  /// The segments that are still there: offset and moment of their keys.
  private var segments: [(offset: Int, time: Timestamp)]
  /// Changes written so far.
  private(set) var changes = 0

  /// A writer that goes on behind `segments`, which the storage holds already.
  init(
    _ storage: any RecordStorage, limits: RecordLimits = RecordLimits(),
    behind segments: [(offset: Int, time: Timestamp)] = []
  ) {
    self.storage = storage
    self.limits = limits
    self.segments = segments
    lastTime = segments.last?.time
  }

  /// Takes a slice up. `changes` are those of replicas since the feed's last slice, where nothing else has changed.
  /// Returns whether something was written.
  @discardableResult
  func take(_ slice: FeedSlice, changes: [ReplicaChange]? = nil, at now: Timestamp) throws -> Bool {
    let time = max(now, lastTime ?? now)
    let place = self.place(of: slice.feed)
    if segment == nil || isSegmentFull(at: time) {
      let count = try feeds[place].take(slice, changes: changes, time: time, &tables)?.count ?? 0
      try writeKey(at: time, changes: count)
      return true
    }
    guard let difference = try feeds[place].take(slice, changes: changes, time: time, &tables) else {
      return false
    }
    var bytes = RecordBytes()
    bytes.number(place)
    if difference.isNewFeed { bytes.text(slice.feed.text) }
    try write(.change, bytes.bytes + difference.bytes, changes: difference.count, at: time, with: packer)
    return true
  }

  /// Writes down what the last changes mean.
  func tell(_ news: PictureChange, at now: Timestamp) throws {
    guard segment != nil, !news.isEmpty else { return }
    let time = max(now, lastTime ?? now)
    var bytes = RecordBytes()
    newsTables.news(news, &bytes)
    try write(
      .news, bytes.bytes, changes: news.count, at: time, with: newsPacker,
      flags: news.isCritical ? RecordChunk.criticalFlag : 0)
  }

  private func place(of feed: FeedID) -> Int {
    if let known = feeds.firstIndex(where: { $0.feed == feed }) { return known }
    feeds.append(RecordedFeed(feed: feed))
    return feeds.count - 1
  }

  private func isSegmentFull(at time: Timestamp) -> Bool {
    let replicas = feeds.map(\.replicaCount).reduce(0, +)
    return changesInSegment > max(limits.changesPerSegment, replicas * 2)
      || time.since(segmentTime) > limits.segmentLength
  }

  /// Begins a segment with everything that every feed says.
  private func writeKey(at time: Timestamp, changes: Int) throws {
    tables = RecordTables()
    newsTables = RecordTables()
    packer = DeflateStream()
    newsPacker = DeflateStream()
    var bytes = RecordBytes()
    bytes.number(feeds.count)
    for place in feeds.indices {
      bytes.text(feeds[place].feed.text)
      try feeds[place].writeWhole(time: time, &tables, &bytes)
    }
    let previous = segments.last.map { storage.end - $0.offset } ?? 0
    let offset = storage.end
    segmentTime = time
    changesInSegment = 0
    segment = offset
    try write(.key, bytes.bytes, changes: changes, at: time, with: packer, back: previous)
    segments.append((offset, time))
    try giveUp(at: time)
  }

  private func write(
    _ kind: RecordChunk.Kind, _ raw: [UInt8], changes: Int, at time: Timestamp, with packer: DeflateStream,
    flags: UInt8 = 0, back: Int? = nil
  ) throws {
    let packed = packer.pack(raw)
    let chunk = RecordChunk(
      kind: kind, flags: flags, packedCount: packed.count, rawCount: raw.count, changes: changes, time: time,
      back: back ?? storage.end - (segment ?? storage.end))
    try storage.append(chunk.written(with: packed))
    lastTime = time
    if kind != .news {
      changesInSegment += changes
      self.changes += changes
    }
  }

  /// Gives up old segments, some at once: a file is written anew for it.
  private func giveUp(at time: Timestamp) throws {
    var first = 0
    if let most = limits.maximumBytes, storage.end - storage.start > most {
      // Down to half, so that it is done seldom.
      first = segments.firstIndex { storage.end - $0.offset <= most / 2 } ?? segments.count - 1
    }
    if let keep = limits.keep {
      let oldest = time.advanced(by: .zero - keep)
      let stale = max(0, (segments.firstIndex { $0.time > oldest } ?? segments.count) - 1)
      // A quarter of the record is worth the work.
      if stale > 0, segments[stale].offset - storage.start > (storage.end - storage.start) / 4 {
        first = max(first, stale)
      }
    }
    guard first > 0, first < segments.count else { return }
    try storage.drop(before: segments[first].offset)
    segments.removeFirst(first)
  }
}
