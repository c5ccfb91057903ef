// Records: what goes in comes out at every moment, whoever is killed in between.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardFeeds

@Suite("A record")
struct RecordTests {
  /// The demo as a feed sends it: a slice a step, with its changes where replicas alone changed.
  private struct DemoRun {
    var cluster: SimulatedCluster
    var recent = RecentChanges()

    init(seed: UInt64) {
      cluster = SimulatedCluster(options: DemoOptions(seed: seed), start: Fleet.noon)
      recent.restart(at: 1)
    }

    var slice: FeedSlice {
      var slice = FeedSlice(
        feed: "demo", status: .live, observedAt: cluster.now, revision: cluster.step + 1,
        facts: cluster.facts)
      slice.recent = recent
      return slice
    }

    mutating func step() {
      switch cluster.tick() {
      case .replicas(let changes): recent.add(changes, revision: cluster.step + 1)
      case .everything: recent.restart(at: cluster.step + 1)
      }
    }
  }

  private static func picture(_ slices: [FeedSlice]) -> Picture { Picture(of: Snapshot(merging: slices)) }

  private static func at(_ step: Int) -> Timestamp { Fleet.noon.advanced(by: .seconds(step)) }

  @Test("shows every moment as it was, in any order of looking", arguments: 0..<6)
  func everyMoment(seed: Int) async throws {
    let record = Record.inMemory(RecordLimits(changesPerSegment: seed.isMultiple(of: 2) ? 20 : 100_000))
    var run = DemoRun(seed: UInt64(seed))
    var seen: [[String]] = []
    for step in 0..<60 {
      await record.take(run.slice, at: Self.at(step))
      seen.append(Self.picture([run.slice]).lines)
      run.step()
    }
    var random = SeededRandom(seed: seed)
    for step in (0..<60).shuffled(using: &random) {
      let view = try await record.view(at: Self.at(step))
      #expect(Self.picture(view.slices).lines == seen[step], "step \(step)")
      #expect(view.moment <= Self.at(step))
    }
  }

  @Test("holds the facts themselves, listings and broken feeds among them")
  func facts() async throws {
    let record = Record.inMemory(RecordLimits())
    var random = SeededRandom(seed: 7)
    var slices: [FeedSlice] = []
    for step in 0..<40 {
      var fleet = Fleet.random(&random)
      fleet.feed = step.isMultiple(of: 2) ? "a" : "b"
      var slice = fleet.slice
      slice.revision = step
      slice.facts = slice.facts.inWholeSeconds
      if step % 7 == 3 {
        slice.status = .broken(FeedOutage(.cannotConnect, reason: "gone", since: Fleet.noon))
      }
      await record.take(slice, at: Self.at(step))
      slices.append(slice)
    }
    for step in 1..<40 {
      let view = try await record.view(at: Self.at(step))
      let wanted = [slices[step], slices[step - 1]].sorted { $0.feed.text < $1.feed.text }
      let found = view.slices.sorted { $0.feed.text < $1.feed.text }
      #expect(found.map(\.feed) == wanted.map(\.feed))
      for (slice, expected) in zip(found, wanted) {
        #expect(slice.status == expected.status)
        #expect(slice.facts.asSets == expected.facts.asSets, "step \(step)")
      }
    }
  }

  @Test("in a file is opened again and gone on with")
  func reopened() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.record"
    var run = DemoRun(seed: 3)
    var last: [String] = []
    for part in 0..<3 {
      let record = try Record.writing(path, limits: RecordLimits(), createdAt: Fleet.noon)
      #expect(record.tornBytes == 0)
      for step in 0..<10 {
        await record.take(run.slice, at: Self.at(part * 10 + step))
        last = Self.picture([run.slice]).lines
        run.step()
      }
    }
    let record = try Record.reading(path)
    let span = try #require(try await record.span())
    // Steps in which nothing changed are not written.
    #expect(span.lowerBound == Self.at(0) && span.upperBound > Self.at(20))
    #expect(Self.picture(try await record.view(at: span.upperBound).slices).lines == last)
  }

  @Test("that was cut off at any byte opens and ends at a whole piece", arguments: 0..<40)
  func cutOff(seed: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.record"
    let record = try Record.writing(
      path, limits: RecordLimits(changesPerSegment: 30), createdAt: Fleet.noon)
    var run = DemoRun(seed: 5)
    var ends: [(bytes: Int, lines: [String])] = []
    for step in 0..<30 {
      await record.take(run.slice, at: Self.at(step))
      let bytes = try Data(contentsOf: URL(filePath: path)).count
      ends.append((bytes, Self.picture([run.slice]).lines))
      run.step()
    }
    var random = SeededRandom(seed: seed)
    let whole = try Data(contentsOf: URL(filePath: path))
    let cut = Int.random(in: ends[0].bytes...whole.count, using: &random)
    try whole.prefix(cut).write(to: URL(filePath: path))
    let opened = try Record.reading(path)
    let wanted = try #require(ends.last { $0.bytes <= cut })
    #expect(opened.tornBytes == cut - wanted.bytes)
    let span = try #require(try await opened.span())
    #expect(Self.picture(try await opened.view(at: span.upperBound).slices).lines == wanted.lines)
    // Who goes on with it takes the torn piece off first.
    let next = try Record.writing(path, limits: RecordLimits(), createdAt: Fleet.noon)
    await next.take(run.slice, at: Self.at(99))
    #expect(try Record.reading(path).tornBytes == 0)
  }

  @Test("stays within its bound, and shows what is left", arguments: [true, false])
  func bounded(inMemory: Bool) async throws {
    let folder = try TemporaryFolder()
    var limits = RecordLimits(maximumBytes: 40_000)
    limits.changesPerSegment = 20
    let path = folder.path + "/a.record"
    let record =
      inMemory ? Record.inMemory(limits) : try Record.writing(path, limits: limits, createdAt: Fleet.noon)
    var run = DemoRun(seed: 2)
    var most = 0
    for step in 0..<400 {
      await record.take(run.slice, at: Self.at(step))
      most = max(most, await record.size.bytes)
      run.step()
    }
    // A segment and a piece of memory more at most.
    #expect(most < 40_000 + (inMemory ? 1 << 20 : 40_000))
    let span = try #require(try await record.span())
    #expect(span.lowerBound > Self.at(0) || inMemory)
    _ = try await record.view(at: span.lowerBound)
    if !inMemory {
      let reopened = try Record.reading(path)
      #expect(try await reopened.span()?.upperBound == span.upperBound)
      _ = try await reopened.view(at: span.lowerBound)
    }
  }

  @Test("finds what changed: any moment, a cell, a credspec, something critical")
  func finds() async throws {
    let record = Record.inMemory(RecordLimits(changesPerSegment: 40))
    var run = DemoRun(seed: 1)
    var last: Picture?
    var changes: [PictureChange] = []
    for step in 0..<200 {
      await record.take(run.slice, at: Self.at(step))
      let picture = Self.picture([run.slice])
      if let last {
        let change = PictureChange(at: Self.at(step), SnapshotDiff(from: last, to: picture))
        if !change.isEmpty { changes.append(change) }
        await record.tell(change)
      }
      last = picture
      run.step()
    }
    #expect(try await record.changes(around: Self.at(100), each: 1000).map(\.at) == changes.map(\.at))
    var targets: [ChangeTarget] = [.any, .critical]
    let cell = try #require(changes.last?.cells.first)
    targets.append(.cell(cell.face, row: cell.row, column: cell.column))
    if case .credentialSpec(let id) = cell.row { targets.append(.credentialSpec(id)) }
    for target in targets {
      for step in stride(from: 0, to: 200, by: 13) {
        let next = try await record.moment(target, from: Self.at(step), forward: true)
        #expect(next == changes.first { $0.at > Self.at(step) && target.matches($0) }?.at)
        let before = try await record.moment(target, from: Self.at(step), forward: false)
        #expect(before == changes.last { $0.at < Self.at(step) && target.matches($0) }?.at)
      }
    }
    let activity = try await record.activity(parts: 50)
    #expect(activity.map(\.changes).reduce(0, +) == changes.map(\.count).reduce(0, +))
  }

  @Test("that is damaged anywhere never traps, and says where", arguments: 0..<60)
  func damaged(seed: Int) async throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.record"
    let record = try Record.writing(path, limits: RecordLimits(changesPerSegment: 30), createdAt: Fleet.noon)
    var run = DemoRun(seed: 5)
    for step in 0..<12 {
      await record.take(run.slice, at: Self.at(step))
      run.step()
    }
    var random = SeededRandom(seed: seed)
    var bytes = try Data(contentsOf: URL(filePath: path))
    for _ in 0..<Int.random(in: 1...20, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try bytes.write(to: URL(filePath: path))
    do {
      let opened = try Record.reading(path)
      for step in 0..<12 { _ = try await opened.view(at: Self.at(step)) }
    } catch let fault as RecordFault {
      #expect(!fault.text.isEmpty)
    }
  }

  @Test("of another format or a later version is refused with what to do")
  func refused() throws {
    let folder = try TemporaryFolder()
    try folder.write("{}", to: "snapshot.json")
    #expect(throws: RecordFault.foreign(path: folder.path + "/snapshot.json")) {
      try Record.reading(folder.path + "/snapshot.json")
    }
    try folder.write(
      RecordFormat.magic + [9, 0, 0, 0] + [UInt8](repeating: 0, count: 12), to: "new.record")
    #expect(throws: RecordFault.newer(path: folder.path + "/new.record", version: 9)) {
      try Record.reading(folder.path + "/new.record")
    }
    #expect(throws: RecordFault.foreign(path: folder.path + "/snapshot.json")) {
      try Record.writing(folder.path + "/snapshot.json", limits: RecordLimits(), createdAt: Fleet.noon)
    }
  }
}

extension RecordLimits {
  fileprivate init(changesPerSegment: Int) {
    self.init()
    self.changesPerSegment = changesPerSegment
  }
}

extension Facts {
  /// Facts without their order, which does not count.
  fileprivate var asSets: [Set<AnyHashable>] {
    func set<Fact: Hashable>(_ list: some Sequence<Fact>) -> Set<AnyHashable> {
      Set(list.map { AnyHashable($0) })
    }
    return [
      set(hosts), set(services), set(ownerLinks), set(replicas), set(credentialSpecs), set(listings),
      set(roles),
      set(roleBindings), set(serviceAccounts), set(namespaces), set(webhooks), set(endpoints), set(events),
      set(coverage),
    ]
  }
}
