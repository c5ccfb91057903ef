// What a record knows of a feed: the state that was written last, to which the next is compared.

import DashboardModel

/// A feed as it was written last.
struct RecordedFeed {
  let feed: FeedID
  /// The slice that was taken last, whose lists are the very same where nothing changed.
  private var last: FeedSlice?
  /// The lists in the order in which a reader has them.
  private var image = Facts()
  private var meta: [UInt8] = []
  private var observedAt: Timestamp?
  private var observedWrittenAt: Timestamp?
  private var numbers: [ReplicaKey: Int] = [:]
  private var replicas: [Replica?] = []

  init(feed: FeedID) { self.feed = feed }

  /// How many replicas it has.
  var replicaCount: Int { numbers.count }

  /// What is otherwise in a slice than was written before.
  struct Difference {
    var bytes: [UInt8]
    /// Changes of facts.
    var count: Int
    var isNewFeed: Bool
  }

  /// Times of looking that nothing came of are written so often at most.
  private static let quietInterval = Duration.seconds(5)

  /// Takes a slice up; nil where nothing is worth a piece.
  mutating func take(
    _ slice: FeedSlice, changes: [ReplicaChange]?, time: Timestamp, _ tables: inout RecordTables
  ) throws -> Difference? {
    let isNew = last == nil
    var parts = RecordBytes()
    let meta = try Self.meta(of: slice)
    let hasNewMeta = meta != self.meta
    parts.byte(hasNewMeta ? 1 : 0)
    if hasNewMeta { parts.blob(meta) }
    parts.number(slice.observedAt == nil ? 0 : 1)
    if let observed = slice.observedAt { parts.signed(time.milliseconds - observed.milliseconds) }
    var count = try writeLists(of: slice, onlyReplicas: changes != nil, &tables, &parts)
    count += try writeReplicas(of: slice, changes: changes, time: time, &tables, &parts)
    last = slice
    let isOtherwise = hasNewMeta || count > 0 || isNew
    let isDue = observedWrittenAt.map { time.since($0) >= Self.quietInterval } ?? true
    guard isOtherwise || (slice.observedAt != observedAt && isDue) else { return nil }
    self.meta = meta
    observedAt = slice.observedAt
    observedWrittenAt = time
    return Difference(bytes: parts.bytes, count: count, isNewFeed: isNew)
  }

  /// Writes everything, for a reader that knows nothing. Numbers of replicas begin anew.
  mutating func writeWhole(time: Timestamp, _ tables: inout RecordTables, _ bytes: inout RecordBytes) throws {
    bytes.byte(1)
    bytes.blob(meta)
    bytes.number(observedAt == nil ? 0 : 1)
    if let observedAt { bytes.signed(time.milliseconds - observedAt.milliseconds) }
    var nothing = Facts()
    for (number, list) in RecordList.all.enumerated() {
      var part = RecordBytes()
      if try list.write(&nothing, image, &tables, &part) == 0 { continue }
      bytes.number(number + 1)
      bytes.add(part)
    }
    bytes.number(0)
    image = nothing
    replicas = replicas.filter { $0 != nil }
    numbers.removeAll(keepingCapacity: true)
    bytes.number(replicas.count)
    for (number, replica) in replicas.enumerated() {
      guard let replica else { continue }
      numbers[ReplicaKey(replica)] = number
      bytes.number(ReplicaVerb.added.rawValue)
      tables.identity(replica, &bytes)
      try tables.fields(ReplicaFields(of: replica).subtracting(.owner), of: replica, time: time, &bytes)
    }
  }

  private mutating func writeLists(
    of slice: FeedSlice, onlyReplicas: Bool, _ tables: inout RecordTables, _ bytes: inout RecordBytes
  ) throws -> Int {
    var count = 0
    for (number, list) in RecordList.all.enumerated() where !onlyReplicas {
      if let last, list.isSame(last.facts, slice.facts) { continue }
      var part = RecordBytes()
      let changed = try list.write(&image, slice.facts, &tables, &part)
      if changed == 0 { continue }
      count += changed
      bytes.number(number + 1)
      bytes.add(part)
    }
    bytes.number(0)
    return count
  }

  private mutating func writeReplicas(
    of slice: FeedSlice, changes: [ReplicaChange]?, time: Timestamp, _ tables: inout RecordTables,
    _ bytes: inout RecordBytes
  ) throws -> Int {
    var part = RecordBytes()
    var count = 0
    if let changes {
      for change in changes {
        switch change {
        case .changed(let replica): count += try put(replica, time, &tables, &part)
        case .removed(let cluster, let namespace, let name, _):
          count += remove(ReplicaKey(cluster: cluster, namespace: namespace, name: name), &part)
        }
      }
    } else {
      count = try compare(slice, time, &tables, &part)
    }
    bytes.number(count)
    bytes.add(part)
    return count
  }

  /// Compares all replicas where no feed tells which changed.
  private mutating func compare(
    _ slice: FeedSlice, _ time: Timestamp, _ tables: inout RecordTables, _ part: inout RecordBytes
  ) throws -> Int {
    var count = 0
    var seen = [Bool](repeating: false, count: replicas.count)
    for replica in slice.facts.replicas {
      if let number = numbers[ReplicaKey(replica)], number < seen.count { seen[number] = true }
      count += try put(replica, time, &tables, &part)
    }
    for number in seen.indices where !seen[number] {
      if let gone = replicas[number] { count += remove(ReplicaKey(gone), &part) }
    }
    return count
  }

  private mutating func put(
    _ replica: Replica, _ time: Timestamp, _ tables: inout RecordTables, _ part: inout RecordBytes
  ) throws -> Int {
    let key = ReplicaKey(replica)
    if let number = numbers[key], let old = replicas[number] {
      let fields = ReplicaFields(from: old, to: replica)
      if fields.isEmpty { return 0 }
      part.number(number << 2 | ReplicaVerb.changed.rawValue)
      try tables.fields(fields, of: replica, time: time, &part)
      replicas[number] = replica
    } else {
      numbers[key] = replicas.count
      replicas.append(replica)
      part.number(ReplicaVerb.added.rawValue)
      tables.identity(replica, &part)
      try tables.fields(ReplicaFields(of: replica).subtracting(.owner), of: replica, time: time, &part)
    }
    return 1
  }

  private mutating func remove(_ key: ReplicaKey, _ part: inout RecordBytes) -> Int {
    guard let number = numbers.removeValue(forKey: key) else { return 0 }
    replicas[number] = nil
    part.number(number << 2 | ReplicaVerb.removed.rawValue)
    return 1
  }

  /// What a snapshot says of a feed, but for what changes with every look: the times are written apart, and a reader
  /// numbers revisions itself.
  private static func meta(of slice: FeedSlice) throws -> [UInt8] {
    var bare = slice
    bare.observedAt = nil
    bare.revision = 0
    return try SnapshotCoding.encode(SnapshotFeed(bare))
  }
}

/// A feed as a reader of a record knows it.
struct ReplayedFeed {
  let feed: FeedID
  private var meta: [UInt8] = []
  private var bare: FeedSlice
  private var observedAt: Timestamp?
  private var replicas: [Replica?] = []

  init(feed: FeedID) {
    self.feed = feed
    bare = FeedSlice(feed: feed, status: .settled)
  }

  /// Takes what was written of the feed up.
  mutating func take(time: Timestamp, _ words: inout RecordWords, _ input: inout RecordInput) throws {
    if try input.byte() == 1 {
      let facts = bare.facts
      bare = try SnapshotCoding.decode(SnapshotFeed.self, from: input.blob()).slice
      let skipped = bare.facts.skippedReplicas
      bare.facts = facts
      bare.facts.skippedReplicas = skipped
    }
    observedAt =
      try input.number() == 0
      ? nil : Timestamp(milliseconds: time.milliseconds &- (try input.signed()))
    while case let number = try input.number(), number > 0 {
      guard RecordList.all.indices.contains(number - 1) else { throw RecordDamage(what: "a list's number") }
      try RecordList.all[number - 1].read(&bare.facts, &words, &input)
    }
    for _ in 0..<(try input.count()) { try takeReplica(time, &words, &input) }
  }

  private mutating func takeReplica(
    _ time: Timestamp, _ words: inout RecordWords, _ input: inout RecordInput
  ) throws {
    let head = try input.number()
    let number = head >> 2
    switch ReplicaVerb(rawValue: head & 3) {
    case .added:
      var replica = try words.identity(&input)
      try words.fields(&replica, time: time, &input)
      replicas.append(replica)
    case .changed:
      guard replicas.indices.contains(number), var replica = replicas[number] else {
        throw RecordDamage(what: "a replica's number")
      }
      replicas[number] = nil
      try words.fields(&replica, time: time, &input)
      replicas[number] = replica
    case .removed:
      guard replicas.indices.contains(number) else { throw RecordDamage(what: "a replica's number") }
      replicas[number] = nil
    case nil: throw RecordDamage(what: "a verb")
    }
  }

  /// The slice, as its feed sent it at that moment.
  func slice(revision: Int) -> FeedSlice {
    var slice = bare
    slice.observedAt = observedAt
    slice.revision = revision
    slice.facts.replicas = .init(replicas.compactMap(\.self))
    return slice
  }
}
