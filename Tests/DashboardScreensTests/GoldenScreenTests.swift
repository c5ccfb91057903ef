// The screens as files that a person can review in a diff.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Golden screens")
struct GoldenScreenTests {
  /// A screen: how to get there.
  struct Screen: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "matrix/opening", keys: ""),
    Screen(name: "matrix/all", keys: "a A"),
    Screen(name: "matrix/services", keys: "2"),
    Screen(name: "matrix/references", keys: "3"),
    Screen(name: "matrix/transposed", keys: "x"),
    Screen(name: "matrix/filtering", keys: "/ w e b"),
    Screen(name: "matrix/row-header", keys: "g home h"),
    Screen(name: "matrix/column-header", keys: "g home k"),
    Screen(name: "help/matrix", keys: "?"),
    Screen(name: "help/page", keys: "f ?"),
    Screen(name: "findings/all", keys: "f"),
    Screen(name: "finding/first", keys: "f enter"),
    Screen(name: "why/missing", keys: "enter"),
    Screen(name: "why/reference", keys: "3 enter"),
    Screen(name: "object/credspec", keys: "o"),
    Screen(name: "object/host", keys: "O"),
    Screen(name: "object/service", keys: "2 o"),
    Screen(name: "object/grant", keys: "j o / b i n d i n g enter g j enter"),
    Screen(name: "scaling/opening", keys: "c"),
    Screen(name: "scaling/fleet", keys: "c x j +"),
    Screen(name: "sources/all", keys: "!"),
    Screen(name: "rule/page", keys: "f enter j j j enter"),
    Screen(name: "debug/all", keys: ": d e b u g enter"),
    Screen(name: "palette/names", keys: ": p r"),
    Screen(name: "diff/same", keys: "d"),
  ]
  static let sizes = [(200, 60), (120, 36), (80, 24), (40, 10)]

  @Test("screens look as recorded", arguments: screens)
  func looksAsRecorded(screen: Screen) throws {
    for (columns, rows) in Self.sizes {
      for isASCII in [false, true] {
        var journey = try Journey(columns: columns, rows: rows, isASCII: isASCII)
        journey.press(screen.keys)
        let grid = draw(journey.state).grid
        Golden().expect(
          GridDump.screen(grid, letter: Self.letter), named: Self.file(screen, columns, rows, isASCII))
      }
    }
  }

  @Test(
    "what is seen while a large file is read, what an empty source shows, and a cluster that is gone look as recorded"
  )
  func statesLookAsRecorded() throws {
    for (columns, rows) in Self.sizes {
      for name in Self.stateNames {
        let journey = try journey(to: name, columns, rows)
        Golden().expect(
          GridDump.screen(draw(journey.state).grid, letter: Self.letter),
          named: "\(name).\(columns)x\(rows).unicode.txt")
      }
    }
  }

  private static let stateNames = ["reading/file", "reading/broken", "matrix/empty", "matrix/unfollowed"]

  private func journey(to name: String, _ columns: Int, _ rows: Int) throws -> Journey {
    switch name {
    case "matrix/empty": return try Journey(Picture(of: Snapshot(merging: [])), columns: columns, rows: rows)
    case "matrix/unfollowed": return try UnfollowedClusterTests.journey(columns: columns, rows: rows)
    default:
      var journey = try Journey(nil, columns: columns, rows: rows)
      let progress = ReadProgress(
        bytes: 45_200_000, totalBytes: 150_100_000, items: 9_204, elapsed: .milliseconds(520))
      let status =
        name == "reading/file"
        ? FeedStatus.reading(progress)
        : .broken(
          FeedOutage(
            .cannotConnect, reason: "pods.json: line 3, column 7: expected a value", since: .sampleNow))
      journey.act(
        .feedsChanged([
          FeedReport(feed: "pods.json", status: status, observedAt: nil, clusters: [], unreadableCount: 0)
        ]))
      return journey
    }
  }

  @Test("no golden screen is left that no test asks for")
  func noOrphans() {
    var names = Self.screens.flatMap { screen in
      Self.sizes.flatMap { size in [false, true].map { Self.file(screen, size.0, size.1, $0) } }
    }
    names += Self.stateNames.flatMap { name in Self.sizes.map { "\(name).\($0.0)x\($0.1).unicode.txt" } }
    #expect(Golden().orphans(asked: names).isEmpty)
  }

  @Test("the screen in the README is the one that the program draws")
  func readmeIsTrue() throws {
    let journey = try Journey(Picture(of: Snapshot(merging: [.demo()])), columns: 100, rows: 28)
    let screen = journey.lines.joined(separator: "\n")
    RepositoryFiles.expectBlock("screen", in: "README.md", toHold: "```text\n\(screen)```")
  }

  private static func file(_ screen: Screen, _ columns: Int, _ rows: Int, _ isASCII: Bool) -> String {
    "\(screen.name).\(columns)x\(rows).\(isASCII ? "ascii" : "unicode").txt"
  }

  /// One letter a style: upper case for colours, the attributes otherwise.
  static func letter(_ style: Style) -> Character? {
    if style.attributes.contains(.reverse) { return "r" }
    switch style.foreground {
    case .palette(1): return "R"
    case .palette(3): return "Y"
    case .palette(5): return "M"
    case .palette(6): return "C"
    default: break
    }
    if style.attributes.contains(.underline) { return "u" }
    if style.attributes.contains(.bold) { return "b" }
    return style.attributes.contains(.dim) ? "d" : nil
  }
}
