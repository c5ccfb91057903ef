// The diff screen: what it says of the demo half an hour later, and the keys that lead to it.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The diff screen")
struct DiffScreenTests {
  private static let sizes = [(200, 60), (120, 36), (80, 24), (40, 10)]

  /// The demo as a dashboard sees it first, and as it is some steps later.
  private static func pictures(steps: Int = 240) -> (first: Picture, later: Picture) {
    var cluster = SimulatedCluster(options: DemoOptions(seed: 1), start: .sampleNow)
    func picture() -> Picture {
      Picture(
        of: Snapshot(merging: [
          FeedSlice(
            feed: "demo", status: .live, observedAt: cluster.now, revision: cluster.step,
            facts: cluster.facts)
        ]))
    }
    let first = picture()
    for _ in 0..<steps { _ = cluster.tick() }
    return (first, picture())
  }

  private static func later(columns: Int = 120, rows: Int = 36, isASCII: Bool = false) throws -> Journey {
    let (first, later) = pictures()
    var journey = try Journey(first, columns: columns, rows: rows, isASCII: isASCII)
    journey.act(.timePassed(Journey.now.advanced(by: .seconds(1200))))
    journey.act(.pictureArrived(later))
    return journey
  }

  @Test("looks as recorded", arguments: sizes)
  func looks(columns: Int, rows: Int) throws {
    for isASCII in [false, true] {
      var journey = try Self.later(columns: columns, rows: rows, isASCII: isASCII)
      journey.press("d")
      Golden().expect(
        GridDump.screen(draw(journey.state).grid, letter: GoldenScreenTests.letter),
        named: Self.file(columns, rows, isASCII))
    }
  }

  static func file(_ columns: Int, _ rows: Int, _ isASCII: Bool) -> String {
    "diff/later.\(columns)x\(rows).\(isASCII ? "ascii" : "unicode").txt"
  }

  static var files: [String] {
    sizes.flatMap { size in [false, true].map { file(size.0, size.1, $0) } }
  }

  @Test("says that nothing differs before anything has")
  func nothing() throws {
    var journey = try Journey()
    journey.press("d")
    #expect(journey.lines.contains { $0.contains("nothing differs") })
    #expect(journey.lines[1].contains("Diff: since the start of this session"))
  }

  @Test("compares with the picture that was kept")
  func kept() throws {
    var journey = try Self.later()
    journey.press("m d")
    #expect(journey.lines[1].contains("since the picture that was kept"))
    #expect(journey.lines.contains { $0.contains("nothing differs") })
    journey.press("q")
    journey.act(.pictureArrived(Self.pictures().first))
    journey.press("d")
    #expect(!journey.lines.contains { $0.contains("nothing differs") })
    journey.act(.commandNamed("compare start"))
    #expect(journey.lines.contains { $0.contains("nothing differs") })
  }

  @Test("compares two clusters of the picture by name")
  func clusters() throws {
    var journey = try Journey(Self.pictures().first)
    let names = journey.state.picture?.snapshot.structure.clusters.map(\.text) ?? []
    try #require(names.count == 2)
    journey.act(.commandNamed("compare \(names[0])"))
    #expect(journey.lines[1].contains("from cluster \(names[0]) to cluster \(names[1])"))
  }

  @Test("asks the loop for a source that it does not know, and shows it when it is read")
  func source() throws {
    var journey = try Self.later()
    journey.act(.commandNamed("compare monday.json"))
    #expect(journey.effects == [.readToCompare("monday.json")])
    journey.act(.readToCompare(Self.pictures().first, from: "monday.json"))
    #expect(journey.state.screen == .diff)
    #expect(journey.lines[1].contains("from monday.json to what is seen"))
  }

  @Test("is narrowed to what is marked")
  func marks() throws {
    var journey = try Self.later()
    journey.press("d")
    let all = journey.state.pages.last?.page.lines.count ?? 0
    journey.press("q space d")
    #expect(journey.lines[1].contains("what is marked alone"))
    #expect((journey.state.pages.last?.page.lines.count ?? 0) < all)
  }

  @Test("leads from a cell to why it is so, and back")
  func leadsOn() throws {
    var journey = try Self.later()
    journey.press("d")
    let page = try #require(journey.state.pages.last?.page)
    let place = try #require(page.lines.firstIndex { if case .cell? = $0.target { true } else { false } })
    let moves =
      page.lines[..<place].count { $0.rank != .space } - (page.lines.prefix { $0.rank != .entry }.count)
    for _ in 0..<max(0, moves) { journey.press("j") }
    journey.press("enter")
    #expect(journey.state.screen == .why)
    journey.press("q")
    #expect(journey.state.screen == .diff)
  }

  @Test("is spoken by the linear mode")
  func linear() {
    var mode = LinearMode(now: Journey.now)
    let (first, later) = Self.pictures()
    _ = mode.take(.pictureArrived(first))
    _ = mode.take(.pictureArrived(later))
    let answer = mode.take(line: "diff")
    #expect(answer.lines.first?.hasPrefix("Screen diff. Diff: since the start of this session") == true)
    #expect(answer.lines.contains { $0.contains("Heading: Cells of credspec x host") })
  }
}
