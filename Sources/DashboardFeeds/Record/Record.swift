// A record as the rest of the program sees it: what feeds say goes in, any moment of it comes out.

package import DashboardModel

/// A record in a file or in memory. One at a time writes and reads it.
package actor Record {
  /// The state of a moment.
  package struct View: Sendable {
    /// The moment of the newest facts by then.
    package let moment: Timestamp
    /// What all feeds said.
    package let slices: [FeedSlice]
  }

  private let storage: any RecordStorage
  private let path: String
  private let writer: RecordWriter?
  private var index: RecordIndex
  private let player: RecordPlayer
  private let newsReader: RecordNewsReader
  /// The slices that were taken last, to which a feed's changes are told.
  private var revisions: [FeedID: Int] = [:]
  /// News of segments that were read, the last few.
  private var newsOfSegment: [Int: [PictureChange]] = [:]
  /// Bytes of a torn piece at the end of the file, which are left out.
  package nonisolated let tornBytes: Int
  /// Why the record could not be written on, once; nil: it was.
  package private(set) var fault: RecordFault?

  private init(
    _ storage: sending any RecordStorage, path: String, index: RecordIndex, tornBytes: Int, writes: Bool,
    limits: RecordLimits
  ) {
    self.storage = storage
    self.path = path
    self.index = index
    self.tornBytes = tornBytes
    writer =
      writes
      ? RecordWriter(
        storage, limits: limits, behind: index.segments.map { (offset: $0.offset, time: $0.time) })
      : nil
    player = RecordPlayer(storage, path: path)
    newsReader = RecordNewsReader(storage: storage)
  }

  /// A record in memory: the last hours of a session.
  package static func inMemory(_ limits: RecordLimits) -> Record {
    Record(
      MemoryStorage(), path: "", index: RecordIndex(), tornBytes: 0, writes: true, limits: limits)
  }

  /// A record to be written, behind what the file holds already.
  package static func writing(
    _ path: String, limits: RecordLimits, createdAt: Timestamp
  ) throws(RecordFault) -> Record {
    let file = try RecordFile(writing: path, createdAt: createdAt)
    let index = try RecordIndex(file)
    let torn = file.end - index.end
    if torn > 0 { try file.truncate(to: index.end) }
    return Record(file, path: path, index: index, tornBytes: torn, writes: true, limits: limits)
  }

  /// A record to be read.
  package static func reading(_ path: String) throws(RecordFault) -> Record {
    let file = try RecordFile(reading: path)
    let index = try RecordIndex(file)
    let torn = file.end - index.end
    return Record(
      file, path: path, index: index, tornBytes: torn, writes: false, limits: RecordLimits())
  }

  // MARK: Writing

  /// Takes a slice up. Nothing more is written after the system has refused once; `fault` says why.
  package func take(_ slice: FeedSlice, at now: Timestamp) {
    guard let writer, fault == nil else { return }
    let changes = revisions[slice.feed].flatMap { slice.changes(since: $0) }
    do {
      try writer.take(slice, changes: changes, at: now)
      revisions[slice.feed] = slice.revision
    } catch {
      fault = error as? RecordFault ?? .system(path: path, code: 0)
    }
  }

  /// Writes down what the last changes mean.
  package func tell(_ change: PictureChange) {
    guard let writer, fault == nil else { return }
    do {
      try writer.tell(change, at: change.at)
    } catch {
      fault = error as? RecordFault ?? .system(path: path, code: 0)
    }
  }

  /// Bytes that the record takes, and changes written so far.
  package var size: (bytes: Int, changes: Int) { (storage.end - storage.start, writer?.changes ?? 0) }

  // MARK: Reading

  /// From the first to the last moment; nil where nothing was written yet.
  package func span() throws(RecordFault) -> ClosedRange<Timestamp>? {
    (storage as? RecordFile)?.refresh()
    try index.extend(storage)
    guard let first = index.segments.first?.time, let last = index.lastTime else { return nil }
    return first...max(first, last)
  }

  /// The state of a moment; that of the first where it lies before.
  package func view(at moment: Timestamp) throws -> View {
    _ = try span()
    try player.go(to: moment, in: index)
    return View(moment: player.time ?? moment, slices: player.slices)
  }

  /// The next or previous moment of a kind; nil where there is none. Cost: the news in between.
  package func moment(
    _ target: ChangeTarget, from moment: Timestamp, forward: Bool
  ) throws(RecordFault) -> Timestamp? {
    _ = try span()
    guard var segment = index.segment(at: moment) else { return nil }
    while index.segments.indices.contains(segment) {
      let news = try self.news(of: segment)
      let found =
        forward
        ? news.first { $0.at > moment && target.matches($0) }
        : news.last { $0.at < moment && target.matches($0) }
      if let found { return found.at }
      segment += forward ? 1 : -1
    }
    return nil
  }

  /// What changed around a moment: so many before it and behind it, oldest first.
  package func changes(around moment: Timestamp, each count: Int) throws(RecordFault) -> [PictureChange] {
    _ = try span()
    guard let middle = index.segment(at: moment) else { return [] }
    var before: [PictureChange] = []
    var behind: [PictureChange] = []
    var segment = middle
    while segment >= 0, before.count < count {
      before = try news(of: segment).filter { $0.at <= moment } + before
      segment -= 1
    }
    segment = middle
    while segment < index.segments.count, behind.count < count {
      behind += try news(of: segment).filter { $0.at > moment }
      segment += 1
    }
    return Array(before.suffix(count)) + behind.prefix(count)
  }

  /// How much changed in each of `count` equal parts of the record.
  package func activity(parts count: Int) throws(RecordFault) -> [RecordActivity] {
    guard let span = try span() else { return [] }
    return try newsReader.activity(span, parts: count, in: index)
  }

  private func news(of segment: Int) throws(RecordFault) -> [PictureChange] {
    let offset = index.segments[segment].offset
    let isLast = segment == index.segments.count - 1
    if !isLast, let known = newsOfSegment[offset] { return known }
    let news = try newsReader.news(of: segment, in: index)
    if !isLast {
      if newsOfSegment.count > 8 { newsOfSegment.removeAll() }
      newsOfSegment[offset] = news
    }
    return news
  }
}

extension FeedSlice {
  /// The changes of replicas since a revision, where nothing else has changed; nil where all must be compared.
  fileprivate func changes(since known: Int) -> [ReplicaChange]? {
    known == revision ? [] : recent.since(known)
  }
}
