// The picture and the screen of a large fleet, against the bars of the project.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import TerminalCanvas

/// Builds a fleet once and times what the program does with it.
struct FleetBenchmark {
  let options: DemoOptions
  private let start = Timestamp(milliseconds: 1_780_000_000_000)

  /// The fleet to think in: 5,000 hosts, 1,000 services, 500 credspecs, 150,000 replicas.
  static let fullSize = DemoOptions(
    hosts: 5_000, services: 1_000, credentialSpecs: 500, replicas: 150_000, speed: 0)

  init(options: DemoOptions) { self.options = options }

  /// Prints every figure.
  func run(_ report: inout FigureReport) {
    let slice = FeedSlice(feed: FeedID("benchmark"), status: .settled, observedAt: start, facts: facts())
    report.note(
      "\(slice.facts.hosts.count) hosts, \(slice.facts.services.count) services, "
        + "\(slice.facts.credentialSpecs.count) credspec objects, \(slice.facts.replicas.count) replicas")
    report.memory("resident with the facts", kilobytes: ProcessFigures.residentKilobytes)
    let snapshot = Snapshot(merging: [slice])
    let picture = Picture(of: snapshot)
    let state = opened(on: picture)
    report.memory(
      "resident with snapshot, picture and screen", kilobytes: ProcessFigures.residentKilobytes,
      underMegabytes: 250)
    report.note(
      "\(picture.count(.credentialSpec)) x \(picture.count(.host)) cells on face 1, "
        + "\(picture.findings.count) findings")
    time(modelOf: slice, picture, &report)
    if let state { time(screenOf: state, &report) }
    report.memory("peak of all this", kilobytes: ProcessFigures.peakResidentKilobytes)
  }

  private func facts() -> Facts { SimulatedCluster(options: options, start: start).facts }

  private func time(modelOf slice: FeedSlice, _ picture: Picture, _ report: inout FigureReport) {
    let snapshot = picture.snapshot
    report.time("merge of the snapshot", runs: 5) { keep(Snapshot(merging: [slice])) }
    report.time("full picture: three faces, figures, findings", under: .milliseconds(100), runs: 9) {
      keep(Picture(of: snapshot))
    }
    time(rulesOf: picture, &report)
    let scaling = Scaling(of: picture)
    report.time("scaling figures: copies by hand and needed", under: .milliseconds(100), runs: 9) {
      keep(Scaling(of: picture))
    }
    report.time("upkeep, computed and simulated", under: .milliseconds(100), runs: 9) {
      keep(UpkeepComparison(scaling, UpkeepAssumptions()))
    }
    var changes = Self.changes(of: Array(slice.facts.replicas), taking: 64).makeIterator()
    var moving = picture
    report.time("one changed pod: snapshot and picture", under: .milliseconds(5), runs: 31) {
      guard let change = changes.next() else { return }
      var next = moving.snapshot
      precondition(next.apply([.changed(change)]), "the benchmark changes a replica that the snapshot knows")
      moving = Picture(of: next, reusing: moving)
    }
  }

  private func time(screenOf opened: AppState, _ report: inout FigureReport) {
    var state = opened
    report.time("the picture arrives at the screen: sort and arrange", runs: 9) {
      if let picture = state.picture { _ = update(&state, .pictureArrived(picture)) }
    }
    for way in Self.ways {
      var before = state
      for key in way.before { _ = update(&before, .keyPressed(.character(key))) }
      report.time(way.words, under: way.bar, runs: 31) {
        var after = before
        _ = update(&after, .keyPressed(.character(way.key)))
        keep(after)
      }
    }
    time(filtersOn: state, &report)
    time(pagesOn: state, &report)
    for face in 1...3 {
      _ = update(&state, .keyPressed(.character(Character(String(face)))))
      report.time("one frame at 200x60, face \(face)", under: .milliseconds(3), runs: 31) {
        keep(draw(state))
      }
    }
    var zoomed = opened
    for key in "2aA----{{" { _ = update(&zoomed, .keyPressed(.character(key))) }
    report.time("one frame at 200x60, both sides zoomed out", under: .milliseconds(3), runs: 31) {
      keep(draw(zoomed))
    }
  }

  /// A key that arranges the matrix anew, and the keys that lead to where it is pressed.
  private struct Way {
    let words: String
    let before: String
    let key: Character
    var bar: Duration? = .milliseconds(30)
  }

  private static let ways = [
    Way(words: "filter by a word, a letter typed", before: "/", key: "a"),
    Way(words: "all columns, of all rows", before: "a", key: "A"),
    Way(words: "rows by their next order", before: "aA", key: "s"),
    Way(words: "equal columns of problems", before: "", key: "="),
    Way(words: "equal columns of all on face 1", before: "aA", key: "="),
    Way(words: "equal rows too", before: "aA=", key: "="),
    Way(words: "equal columns of 5,000,000 cells", before: "2aA", key: "="),
    Way(words: "equal rows of 5,000,000 cells too", before: "2aA=", key: "="),
    Way(words: "zoom 5,000,000 cells out to labels of hosts", before: "2aA", key: "-", bar: nil),
    Way(words: "and services to namespaces", before: "2aA-", key: "{", bar: nil),
  ]

  private func opened(on picture: Picture) -> AppState? {
    guard let theme = BuiltInThemes.named("default", isASCII: false) else { return nil }
    var state = AppState(now: start, columns: 200, rows: 60, theme: theme)
    _ = update(&state, .pictureArrived(picture))
    return state
  }

  /// Replicas with an identity, spread over the fleet, each in another state than now.
  private static func changes(of replicas: [Replica], taking count: Int) -> [Replica] {
    let concerned = replicas.filter { !$0.handed.isEmpty && $0.hostName != nil }
    let stride = max(1, concerned.count / count)
    return (0..<min(count, concerned.count)).map { index in
      var replica = concerned[index * stride]
      replica.state = replica.state == .running ? .starting : .running
      return replica
    }
  }
}

/// Keeps the optimiser from leaving out work whose result nobody uses.
@inline(never)
func keep<Value>(_ value: Value) {}
