// Facts that are older than the operator wants them to be are called old.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Old facts")
struct OldFactsTests {
  private func header(age: Duration, oldAfter: Duration?) throws -> String {
    var feed = try #require(Picture.sample.snapshot.feeds.first)
    feed.observedAt = Journey.now.advanced(by: .zero - age)
    feed.unreadableCount = 0
    let theme = try #require(BuiltInThemes.named("default", isASCII: false))
    var state = AppState(now: Journey.now, columns: 120, rows: 36, theme: theme)
    state.feeds = [feed]
    state.oldAfter = oldAfter
    return GridDump.text(draw(state).grid).split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test("the header calls facts old beyond the limit, and not before, and never without one")
  func header() throws {
    #expect(try header(age: .seconds(7300), oldAfter: .seconds(7200)).contains("OLD 2h ago"))
    #expect(try !header(age: .seconds(7200), oldAfter: .seconds(7200)).contains("OLD"))
    #expect(try !header(age: .seconds(1_000_000), oldAfter: nil).contains("OLD"))
  }
}
