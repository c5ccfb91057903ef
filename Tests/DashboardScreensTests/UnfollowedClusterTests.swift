// A cluster that is no longer followed: its last picture stays, dimmed, with words for how old it is.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Clusters that are no longer followed")
struct UnfollowedClusterTests {
  /// The sample with the feed of `north` broken since a while, and no other.
  static func journey(columns: Int = 120, rows: Int = 36, theme: String = "default") throws -> Journey {
    var journey = try Journey(columns: columns, rows: rows, theme: theme)
    journey.act(.feedsChanged(feeds))
    return journey
  }

  static var feeds: [FeedReport] {
    Picture.sample.snapshot.feeds.compactMap { feed in
      if feed.feed == "k8s:edge" { return nil }
      var feed = feed
      feed.unreadableCount = 0
      guard feed.feed == "swarm:north" else { return feed }
      feed.observedAt = Timestamp.sampleNow.advanced(by: .seconds(-1440))
      feed.status = .broken(
        FeedOutage(
          .cannotConnect, reason: "connection refused", since: .sampleNow.advanced(by: .seconds(-1400))))
      return feed
    }
  }

  /// The row of the screen that holds some words.
  private func line(_ words: String, _ journey: Journey) throws -> Int {
    try #require(journey.lines.firstIndex { $0.contains(words) })
  }

  @Test(
    "the last picture stays and is dimmed, cells and names; those of other clusters are not",
    arguments: BuiltInThemes.all.map(\.name))
  func isDimmed(theme: String) throws {
    let (before, after) = (try Journey(theme: theme), try Self.journey(theme: theme))
    #expect(before.state.matrix.arrangement.rows == after.state.matrix.arrangement.rows)
    let (old, new) = (draw(before.state).grid, draw(after.state).grid)
    let (north, retail) = (try line("payroll.json", after), try line("reports ", after))
    let look = after.state.theme.painted(after.state.theme.style(.old))
    for column in 1..<60 where new[column, north].glyph != .blank {
      #expect(new[column, north].style == look)
      #expect(new[column, north].glyph == old[column, north].glyph)
    }
    for column in 1..<60 { #expect(new[column, retail] == old[column, retail]) }
  }

  @Test("a state keeps its glyph, and the cursor is seen on it")
  func keepsItsCursor() throws {
    let journey = try Self.journey()
    let grid = draw(journey.state).grid
    let row = try line("ledger.json (file)", journey)
    let cursor = try #require((0..<grid.columns).first { grid[$0, row].style.attributes.contains(.reverse) })
    #expect(grid[cursor, row].glyph == journey.state.theme.glyph(.missing))
  }

  @Test("the header says which source broke, since when, and how old its facts are")
  func namesTheSource() throws {
    let journey = try Self.journey()
    #expect(
      journey.lines[0].contains("swarm:north BROKEN since 09:17:40, facts of 24m ago: connection refused"))
    var alone = journey
    alone.act(.feedsChanged([Self.feeds[0]]))
    #expect(alone.lines[0].contains("  BROKEN since 09:17:40"))
  }

  @Test("of several broken sources the one that broke first speaks, and the others are counted")
  func countsSources() throws {
    var journey = try Self.journey()
    var feeds = Self.feeds
    feeds[1].status = .broken(FeedOutage(.cannotConnect, reason: "later", since: .sampleNow))
    journey.act(.feedsChanged(feeds))
    #expect(journey.lines[0].contains("swarm:north and 1 more BROKEN"))
  }

  @Test("the read-out says how old the cell is before it says why it is so, and so does the linear mode")
  func saysTheAge() throws {
    let journey = try Self.journey()
    #expect(journey.lines.contains { $0.hasPrefix(" as it was 24m ago: swarm:north is broken; why: failed") })
    var talk = Conversation()
    talk.hear(.feedsChanged(Self.feeds))
    talk.type("read")
    #expect(talk.text.contains("as it was 24m ago: swarm:north is broken; why: failed"))
    talk.type("read all")
    #expect(talk.text.contains("swarm:north BROKEN since"))
  }

  @Test("facts that are older than the operator allows are dimmed like those of a broken source")
  func dimsOldFacts() throws {
    var journey = try Journey()
    journey.act(.feedsChanged(Picture.sample.snapshot.feeds.filter { !$0.status.isBroken }))
    journey.callOld(after: .seconds(3600))
    let row = try line("ledger.json (file)", journey)
    journey.act(.timePassed(Timestamp.sampleNow.advanced(by: .seconds(7200))))
    let grid = draw(journey.state).grid
    #expect(grid[25, row].style == journey.state.theme.style(.old))
    #expect(journey.lines.contains { $0.contains("told nothing newer") })
    #expect(journey.lines[0].contains("OLD"))
  }

  @Test("in a list of rows those of the cluster are dimmed too")
  func dimsLists() throws {
    let journey = try Self.journey(columns: 40, rows: 10)
    let grid = draw(journey.state).grid
    let row = try line("badge.json", journey)
    #expect(grid[1, row].style == journey.state.theme.style(.old))
  }

  @Test("when the source answers again, all of it is as it was")
  func recovers() throws {
    var journey = try Self.journey()
    journey.act(.feedsChanged(Picture.sample.snapshot.feeds))
    #expect(try draw(journey.state).grid == draw(Journey().state).grid)
  }
}
