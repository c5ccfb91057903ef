// What recording costs, how large it gets, how fast a long record opens and jumps, and that killing a recorder loses no
// whole change: `benchmarks record rate|day|open|kill`.

import DashboardFeeds
import DashboardModel
import Glibc

enum RecordBenchmark {
  static let usage = """
    benchmarks record rate FILE [SECONDS]
                           a rolling restart of 15,000 pods at 5,000 changes/s: processor time and bytes a change
    benchmarks record day FILE [CHANGES]
                           writes a record of 24 h (10,000,000 changes)
    benchmarks record open FILE [JUMPS]
                           opens it in a process of its own and jumps: times and memory
    benchmarks record kill FILE [TIMES]
                           kills a recorder with -9 at random moments (200): every record must end at a whole change
    """

  /// Runs a part; nil where there is none of that name, false where a bar does not hold.
  static func run(_ arguments: [String]) async throws -> Bool? {
    guard arguments.count >= 2 else { return nil }
    let number = arguments.count > 2 ? Int(arguments[2]) : nil
    switch arguments[0] {
    case "rate": return try await rate(arguments[1], seconds: number ?? 60)
    case "day": return try await day(arguments[1], changes: number ?? 10_000_000)
    case "open": return try await open(arguments[1], jumps: number ?? 40)
    case "kill": return try await kill(arguments[1], times: number ?? 200)
    case "endless": try await endless(arguments[1])
    default: return nil
    }
  }

  private static let pods = 15_000
  private static let podsASlice = 250
  private static let changesASlice = 1250

  private static func fleet() -> RollingRestart { RollingRestart(pods: pods, hosts: 500, services: 100) }

  private static func slice(_ fleet: RollingRestart, _ recent: RecentChanges, _ at: Timestamp) -> FeedSlice {
    var slice = FeedSlice(
      feed: "bench", status: .live, observedAt: at, revision: fleet.step, facts: fleet.facts)
    slice.recent = recent
    return slice
  }

  /// Four slices a second of 1,250 changes; pictures for the news as `record` builds them, once a second at most and in a
  /// twentieth of the time.
  private static func rate(_ path: String, seconds: Int) async throws -> Bool {
    unlink(path)
    let record = try Record.writing(path, limits: RecordLimits(), createdAt: RollingRestart.start)
    var fleet = fleet()
    var recent = RecentChanges()
    recent.restart(at: 0)
    await record.take(slice(fleet, recent, RollingRestart.start), at: RollingRestart.start)
    let before = await record.size
    var recording = Duration.zero
    var telling = Duration.zero
    var picture = Picture(of: Snapshot(merging: [slice(fleet, recent, RollingRestart.start)]))
    var told = fleet.step
    var nextPicture = RollingRestart.start
    for step in 1...seconds * 4 {
      let at = RollingRestart.start.advanced(by: .milliseconds(step * 250))
      recent.add(fleet.restart(podsASlice, at: step / 4), revision: fleet.step)
      let slice = slice(fleet, recent, at)
      var start = ProcessFigures.processorTime
      await record.take(slice, at: at)
      recording += ProcessFigures.processorTime - start
      guard at >= nextPicture else { continue }
      start = ProcessFigures.processorTime
      var snapshot = picture.snapshot
      if let changes = slice.recent.since(told), snapshot.apply(changes) {
        snapshot = snapshot.with(feeds: [slice])
      } else {
        snapshot = Snapshot(merging: [slice])
      }
      let next = Picture(of: snapshot, reusing: picture)
      await record.tell(PictureChange(at: at, SnapshotDiff(from: picture, to: next)))
      picture = next
      told = fleet.step
      let cost = ProcessFigures.processorTime - start
      telling += cost
      nextPicture = at.advanced(by: max(.seconds(1), cost * 20))
    }
    let size = await record.size
    let changes = size.changes - before.changes
    let share = (recording + telling) / .seconds(seconds)
    let bytes = Double(size.bytes - before.bytes) / Double(changes)
    print("\(changes) changes of \(pods) pods in \(seconds) s, \(changes / seconds) a second")
    print(
      "a core: \(percent(share)) (bar < 20 %): \(percent(recording / .seconds(seconds))) recording, "
        + "\(percent(telling / .seconds(seconds))) pictures for the news")
    print("bytes a change: \(tenths(bytes)) (bar < 40), news and keys counted")
    print("resident at most: \(ProcessFigures.peakResidentKilobytes / 1000) MB")
    return share < 0.2 && bytes < 40
  }

  /// Ten million changes over 24 h.
  private static func day(_ path: String, changes wanted: Int) async throws -> Bool {
    unlink(path)
    let record = try Record.writing(path, limits: RecordLimits(), createdAt: RollingRestart.start)
    var fleet = fleet()
    var recent = RecentChanges()
    recent.restart(at: 0)
    await record.take(slice(fleet, recent, RollingRestart.start), at: RollingRestart.start)
    let slices = wanted / changesASlice
    let pause = Duration.seconds(86_400) / slices
    let start = ContinuousClock.now
    for step in 1...slices {
      let at = RollingRestart.start.advanced(by: pause * step)
      let second = Int(at.since(RollingRestart.start).components.seconds)
      recent.add(fleet.restart(podsASlice, at: second), revision: fleet.step)
      await record.take(slice(fleet, recent, at), at: at)
      if step % 40 == 0, let row = fleet.facts.hosts.first {
        // News as thin as a quiet day's, so that the list has something to find.
        let cell = CellChange(
          face: .credentialSpecByHost,
          row: .credentialSpec(
            CredentialSpecID(cluster: RollingRestart.cluster, delivery: .customResource, name: "gmsa-1")),
          column: .host(row.id), before: Cell(.deployed), after: Cell(step % 80 == 0 ? .missing : .stale))
        await record.tell(PictureChange(at: at, cells: [cell], findings: []))
      }
    }
    let size = await record.size
    print(
      "\(size.changes) changes of 24 h in \(size.bytes / 1_000_000) MB, "
        + "\(tenths(Double(size.bytes) / Double(size.changes))) bytes a change, written in "
        + "\(ContinuousClock.now - start)")
    return true
  }

  private static func open(_ path: String, jumps: Int) async throws -> Bool {
    var start = ContinuousClock.now
    let record = try Record.reading(path)
    guard let span = try await record.span() else { return false }
    let opening = ContinuousClock.now - start
    var worst = Duration.zero
    var sum = Duration.zero
    var seed = SplitMix64(seed: 7)
    for _ in 0..<jumps {
      let length = span.upperBound.milliseconds - span.lowerBound.milliseconds
      let moment = Timestamp(
        milliseconds: span.lowerBound.milliseconds + Int64(seed.next() % UInt64(max(1, length))))
      start = ContinuousClock.now
      let view = try await record.view(at: moment)
      let picture = Picture(of: Snapshot(merging: view.slices))
      let took = ContinuousClock.now - start
      precondition(picture.count(.host) > 0)
      worst = max(worst, took)
      sum += took
    }
    start = ContinuousClock.now
    let parts = try await record.activity(parts: 512)
    let strip = ContinuousClock.now - start
    start = ContinuousClock.now
    _ = try await record.moment(.critical, from: span.lowerBound, forward: true)
    let search = ContinuousClock.now - start
    let peak = ProcessFigures.peakResidentKilobytes / 1000
    print("opens in \(opening) (bar with a jump < 1 s)")
    print("jumps with their picture: \(sum / jumps) on average, \(worst) at worst of \(jumps)")
    print("strip of \(parts.count) parts: \(strip); next critical moment: \(search)")
    print("resident at most: \(peak) MB (bar < 250 MB)")
    return opening + worst < .seconds(1) && peak < 250
  }

  /// Records for ever, for `kill`: each slice's revision stands in its time of looking.
  private static func endless(_ path: String) async throws -> Never {
    let record = try Record.writing(path, limits: RecordLimits(), createdAt: RollingRestart.start)
    var fleet = RollingRestart(pods: 500, hosts: 20, services: 10)
    var recent = RecentChanges()
    recent.restart(at: 0)
    while true {
      let at = RollingRestart.start.advanced(by: .seconds(fleet.step))
      await record.take(slice(fleet, recent, at), at: at)
      recent.add(fleet.restart(20, at: fleet.step), revision: fleet.step)
    }
  }

  private static func kill(_ path: String, times: Int) async throws -> Bool {
    var seed = SplitMix64(seed: UInt64(getpid()))
    var torn = 0
    var slices = 0
    for time in 0..<times {
      unlink(path)
      let child = try spawn([CommandLine.arguments[0], "record", "endless", path])
      usleep(UInt32(30_000 + seed.next() % 300_000))
      Glibc.kill(child, SIGKILL)
      var status: Int32 = 0
      waitpid(child, &status, 0)
      guard access(path, F_OK) == 0 else { continue }
      let record = try? Record.reading(path)
      // Killed before its head was whole: there is nothing to lose.
      guard let record, let span = try await record.span() else { continue }
      if record.tornBytes > 0 { torn += 1 }
      let view = try await record.view(at: span.upperBound)
      let steps = Int(span.upperBound.since(RollingRestart.start).components.seconds)
      var fleet = RollingRestart(pods: 500, hosts: 20, services: 10)
      for step in 0..<steps { _ = fleet.restart(20, at: step) }
      guard Set(view.slices[0].facts.replicas) == Set(fleet.facts.replicas) else {
        print("killed the \(time + 1)th time: the record does not end at a whole change")
        return false
      }
      slices += steps
    }
    print(
      "killed \(times) times with -9: every record opened and ended at a whole change; \(torn) had a torn end, "
        + "\(slices) slices had been written in all")
    return true
  }

  private static func spawn(_ arguments: [String]) throws -> pid_t {
    var child: pid_t = 0
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let status = posix_spawn(&child, "/proc/self/exe", nil, nil, &pointers, environ)
    if status != 0 { throw RecordFault.system(path: arguments[0], code: status) }
    return child
  }

  private static func percent(_ share: Double) -> String { "\(tenths(share * 100)) %" }
  private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
