// Reads every feed once, for commands that do not stay: waits for facts, or the reason why there are none.

import ArgumentParser
import DashboardFeeds
import DashboardModel

/// What the feeds of a command say, each read once.
struct SourceReading {
  /// A slice a feed.
  let slices: [FeedSlice]
  /// Whether a source or an object is missing.
  let isPartial: Bool

  /// Reads the feeds and says on standard error which of them could not be read as a whole. Exits with 2 where none
  /// could.
  init(_ feeds: [any Feed]) throws {
    slices = feeds.map(Self.firstFacts)
    let broken = slices.compactMap { slice -> String? in
      if case .broken(let reason, _) = slice.status { reason } else { nil }
    }
    for reason in broken { StandardError.print("gmsa-tui: \(reason)") }
    if !broken.isEmpty, slices.allSatisfy(\.facts.isEmpty) { throw ExitCode(2) }
    let unreadable = slices.flatMap(\.unreadable).filter { $0.index != nil }
    if let first = unreadable.first {
      let more = unreadable.count == 1 ? "" : ", and \(unreadable.count - 1) more"
      StandardError.print("gmsa-tui: left out what could not be read: \(first.words)\(more)")
    }
    isPartial = !broken.isEmpty || !unreadable.isEmpty
  }

  /// Ends with exit code 5 where a source or an object is missing from what was printed.
  func exitIfPartial() throws {
    if isPartial { throw ExitCode(5) }
  }

  /// Waits for the first slice that is no mere progress.
  private static func firstFacts(of feed: any Feed) -> FeedSlice {
    Awaited.value {
      var last = FeedSlice(feed: feed.id, status: .reading(ReadProgress()))
      for await slice in feed.slices() {
        last = slice
        if !slice.status.isReading { break }
      }
      return last
    }
  }
}
