// Commands that read once end with the code of the trouble that left them without facts.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import Testing

@testable import gmsa_tui

/// A feed that says one slice.
private struct OneSlice: Feed {
  let slice: FeedSlice
  var id: FeedID { slice.feed }
  func slices() -> AsyncStream<FeedSlice> {
    AsyncStream { continuation in
      continuation.yield(slice)
      continuation.finish()
    }
  }
  func refresh() {}
}

@Suite("Reading sources once")
struct SourceReadingTests {
  @Test(
    "without any fact, the sort of trouble is the exit code",
    arguments: [(OutageCause.unreadable, 2), (.cannotConnect, 3), (.notAuthorised, 4)]
      as [(OutageCause, Int32)])
  func codes(_ cause: OutageCause, _ code: Int32) {
    let outage = FeedOutage(cause, reason: "a test's reason", since: Timestamp(milliseconds: 0))
    #expect(throws: ExitCode(code)) {
      _ = try SourceReading([OneSlice(slice: FeedSlice(feed: "f", status: .broken(outage)))])
    }
  }

  @Test("with a kind that is not followed the data are partial")
  func partial() throws {
    let trouble = KindTrouble(
      cluster: "c", kind: .hosts, cause: .cannotConnect, reason: "a test's reason",
      since: Timestamp(milliseconds: 0))
    let slice = FeedSlice(
      feed: "f", status: .live, observedAt: Timestamp(milliseconds: 0), troubles: [trouble])
    #expect(try SourceReading([OneSlice(slice: slice)]).isPartial)
  }
}
