// Reads every feed once, for commands that do not stay: waits for facts, or the reason why there are none.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import Dispatch
import Synchronization

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
    let answer = Answer(FeedSlice(feed: feed.id, status: .reading(ReadProgress())))
    let task = Task.detached {
      for await slice in feed.slices() {
        answer.slice.withLock { $0 = slice }
        if !slice.status.isReading { break }
      }
      answer.isThere.signal()
    }
    answer.isThere.wait()
    task.cancel()
    return answer.slice.withLock { $0 }
  }
}

/// What the reading thread leaves for the waiting one.
private final class Answer: Sendable {
  let slice: Mutex<FeedSlice>
  let isThere = DispatchSemaphore(value: 0)

  init(_ slice: FeedSlice) { self.slice = Mutex(slice) }
}
