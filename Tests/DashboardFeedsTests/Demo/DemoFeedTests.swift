// The demo as a feed: a slice at once, one a step, and none at speed 0.

import DashboardModel
import Testing

@testable import DashboardFeeds

/// A clock whose sleepers wake at once, so that no test waits.
private struct ImpatientClock: Clock {
  typealias Duration = Swift.Duration
  typealias Instant = ContinuousClock.Instant
  var now: Instant { ContinuousClock.now }
  var minimumResolution: Duration { .zero }
  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    await Task.yield()
  }
}

@Suite("The demo feed")
struct DemoFeedTests {
  private let start = Timestamp(milliseconds: 1_790_000_000_000)

  @Test("the first slice is the clusters at the start, still")
  func firstSlice() async throws {
    let feed = DemoFeed(options: DemoOptions(speed: 0), start: start, clock: ImpatientClock())
    var slices = feed.slices().makeAsyncIterator()
    let first = try #require(await slices.next())
    #expect(first.feed == "demo")
    #expect(first.status == .settled)
    #expect(first.observedAt == start)
    #expect(first.facts == SimulatedCluster(options: DemoOptions(speed: 0), start: start).facts)
  }

  @Test("each step is a slice of its own, later than the one before")
  func steps() async throws {
    let feed = DemoFeed(start: start, clock: ImpatientClock())
    var last: FeedSlice?
    var seen = 0
    for await slice in feed.slices() {
      if let last {
        #expect(slice.revision > last.revision)
        let before = try #require(last.observedAt)
        #expect(try #require(slice.observedAt) > before)
      }
      last = slice
      seen += 1
      if seen == 5 { break }
    }
    #expect(seen == 5)
  }

  @Test("at speed 0 nothing follows the first slice, and cancelling ends the stream")
  func standsStill() async {
    let feed = DemoFeed(options: DemoOptions(speed: 0), start: start, clock: ImpatientClock())
    let (firstSeen, signal) = AsyncStream<Void>.makeStream()
    let reader = Task {
      var count = 0
      for await _ in feed.slices() {
        count += 1
        signal.yield()
      }
      return count
    }
    var waiter = firstSeen.makeAsyncIterator()
    await waiter.next()
    reader.cancel()
    #expect(await reader.value == 1)
  }
}
