// What a feed says at one moment: facts, how old they are, and how the feed is doing.

/// What a feed says at one moment. A broken feed sends the same facts again with another status.
public struct FeedSlice: Sendable {
  /// The feed.
  public var feed: FeedID
  /// How the feed is doing.
  public var status: FeedStatus
  /// When the facts were observed; for a file, when it was last written. Nil before the first facts.
  public var observedAt: Timestamp?
  /// How often the feed looks for changes; nil where it does not (a file) or is told of them.
  public var interval: Duration?
  /// Rises whenever the facts change.
  public var revision: Int
  /// The facts.
  public var facts: Facts
  /// What could not be read, and was left out.
  public var unreadable: [UnreadableItem]
  /// Kinds of facts that are not followed any more, while others are.
  public var troubles: [KindTrouble]
  /// How the feed is connected; nil where it has no connection (files, the simulation).
  public var connection: FeedConnection?
  /// What changed of late, where the feed keeps account of it: `recent.since(revision)` leads from the slice that a
  /// reader has to this one. A reader that missed too much takes `facts`, which are always whole.
  public var recent = RecentChanges()

  /// A slice.
  public init(
    feed: FeedID, status: FeedStatus, observedAt: Timestamp? = nil, interval: Duration? = nil,
    revision: Int = 0,
    facts: Facts = Facts(), unreadable: [UnreadableItem] = [], troubles: [KindTrouble] = [],
    connection: FeedConnection? = nil
  ) {
    self.feed = feed
    self.status = status
    self.observedAt = observedAt
    self.interval = interval
    self.revision = revision
    self.facts = facts
    self.unreadable = unreadable
    self.troubles = troubles
    self.connection = connection
  }
}

/// How a feed is doing.
public enum FeedStatus: Hashable, Sendable {
  /// Reading for the first time, or again.
  case reading(ReadProgress)
  /// Facts stand as they were read; the source does not change by itself (a file) and is watched.
  case settled
  /// Facts follow the source as it changes.
  case live
  /// Facts are the last good ones; what is wrong, and since when.
  case broken(FeedOutage)

  /// What is wrong, where the facts, if any, are the last good ones of a source that has trouble now.
  public var outage: FeedOutage? {
    if case .broken(let outage) = self { outage } else { nil }
  }

  /// Whether the facts, if any, are the last good ones of a source that has trouble now.
  public var isBroken: Bool { outage != nil }

  /// Whether the feed is still reading.
  public var isReading: Bool {
    if case .reading = self { true } else { false }
  }
}

/// How far a feed has read.
public struct ReadProgress: Hashable, Sendable {
  /// Bytes read.
  public var bytes: Int
  /// Bytes there are, where known.
  public var totalBytes: Int?
  /// Objects read.
  public var items: Int
  /// Time spent.
  public var elapsed: Duration

  /// Progress.
  public init(bytes: Int = 0, totalBytes: Int? = nil, items: Int = 0, elapsed: Duration = .zero) {
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.items = items
    self.elapsed = elapsed
  }
}

/// An object that could not be read. Everything beside it was.
public struct UnreadableItem: Hashable, Sendable, Codable {
  /// The file, or the request.
  public var source: String
  /// The object's place in its list, from 0; nil where it stands alone.
  public var index: Int?
  /// Line in the file, from 1, where known.
  public var line: Int?
  /// Column in the line, from 1, where known.
  public var column: Int?
  /// The place in the object, such as `spec.template.spec.containers[0].name`; empty for the object as a whole.
  public var path: String
  /// What was expected, and what stood there.
  public var reason: String

  /// An unreadable item.
  public init(
    source: String, index: Int? = nil, line: Int? = nil, column: Int? = nil, path: String = "", reason: String
  ) {
    self.source = source
    self.index = index
    self.line = line
    self.column = column
    self.path = path
    self.reason = reason
  }
}

extension UnreadableItem {
  /// `inventories/a.json, item 3, line 4, column 17, spec.name: expected a string, found the end`.
  public var words: String {
    var place = source
    if let index { place += ", item \(index)" }
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    if !path.isEmpty { place += ", \(path)" }
    return "\(place): \(reason)"
  }
}
