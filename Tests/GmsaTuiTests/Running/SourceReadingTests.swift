// Commands that read once end with the code of the trouble that left them without facts.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import Dispatch
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
  /// Reads on a thread that may block; those of the tests' tasks are few, and must not.
  private func reading(_ slice: FeedSlice) async throws -> SourceReading {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try SourceReading([OneSlice(slice: slice)]) })
      }
    }
  }

  @Test(
    "without any fact, the sort of trouble is the exit code",
    arguments: [(OutageCause.unreadable, 2), (.cannotConnect, 3), (.notAuthorised, 4)]
      as [(OutageCause, Int32)])
  func codes(_ cause: OutageCause, _ code: Int32) async {
    let outage = FeedOutage(cause, reason: "a test's reason", since: Timestamp(milliseconds: 0))
    await #expect(throws: ExitCode(code)) {
      _ = try await reading(FeedSlice(feed: "f", status: .broken(outage)))
    }
  }

  @Test("with a kind that is not followed the data are partial")
  func partial() async throws {
    let trouble = KindTrouble(
      cluster: "c", kind: .hosts, cause: .cannotConnect, reason: "a test's reason",
      since: Timestamp(milliseconds: 0))
    let slice = FeedSlice(
      feed: "f", status: .live, observedAt: Timestamp(milliseconds: 0), troubles: [trouble])
    #expect(try await reading(slice).isPartial)
  }
}
