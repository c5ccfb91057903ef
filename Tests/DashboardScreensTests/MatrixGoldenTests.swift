// The matrix collapsed, zoomed, sorted and marked, as files that a person can review in a diff.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Golden screens of the matrix's lines")
struct MatrixGoldenTests {
  /// A screen: how to get there.
  struct Screen: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "overview", keys: "a A l l l"),
    Screen(name: "equal-columns", keys: "a A ="),
    Screen(name: "equal-rows", keys: "a A = ="),
    Screen(name: "zoomed-columns", keys: "-"),
    Screen(name: "zoomed-both", keys: "- {"),
    Screen(name: "zoomed-rows", keys: "2 a {"),
    Screen(name: "sorted-and-marked", keys: "s space j space S"),
    Screen(name: "transposed", keys: "x a A"),
  ]
  static let sizes = [(200, 60), (120, 36), (80, 24), (40, 10)]

  @Test("screens look as recorded", arguments: screens)
  func looksAsRecorded(screen: Screen) throws {
    let facts = SimulatedCluster(options: DemoOptions(hosts: 120, speed: 0), start: .sampleNow).facts
    let slice = FeedSlice(feed: "demo", status: .live, observedAt: .sampleNow, revision: 1, facts: facts)
    let picture = Picture(of: Snapshot(merging: [slice]))
    for (columns, rows) in Self.sizes {
      var journey = try Journey(picture, columns: columns, rows: rows)
      journey.press(screen.keys)
      Golden(folder: "GoldenMatrix").expect(
        GridDump.screen(draw(journey.state).grid, letter: GoldenScreenTests.letter),
        named: "\(screen.name).\(columns)x\(rows).txt")
    }
  }

  @Test("no golden screen is left that no test asks for")
  func noOrphans() {
    let names = Self.screens.flatMap { screen in Self.sizes.map { "\(screen.name).\($0.0)x\($0.1).txt" } }
    #expect(Golden(folder: "GoldenMatrix").orphans(asked: names).isEmpty)
  }
}
