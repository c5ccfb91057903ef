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

  /// Reads the feeds and says on standard error which of them could not be read as a whole. Exits with the code of the
  /// first trouble where none could.
  init(_ feeds: [any Feed]) throws {
    slices = Self.firstFacts(of: feeds)
    for slice in slices {
      for note in slice.connection?.notes ?? [] {
        StandardError.print("gmsa-tui: \(slice.feed.text): \(note)")
      }
    }
    let outages = slices.compactMap(\.status.outage)
    let troubles = slices.flatMap(\.troubles)
    for outage in outages { StandardError.print("gmsa-tui: \(outage.reason)") }
    for trouble in troubles {
      StandardError.print("gmsa-tui: \(trouble.cluster.text), \(trouble.kind.word): \(trouble.reason)")
    }
    if let first = outages.first, slices.allSatisfy(\.facts.isEmpty) { throw ExitCode(first.cause.exitCode) }
    let unreadable = slices.flatMap(\.unreadable).filter { $0.index != nil }
    if let first = unreadable.first {
      let more = unreadable.count == 1 ? "" : ", and \(unreadable.count - 1) more"
      StandardError.print("gmsa-tui: left out what could not be read: \(first.words)\(more)")
    }
    isPartial = !outages.isEmpty || !troubles.isEmpty || !unreadable.isEmpty
  }

  /// Ends with exit code 5 where a source or an object is missing from what was printed.
  func exitIfPartial() throws {
    if isPartial { throw ExitCode(5) }
  }

  /// Waits for each feed's first slice that is no mere progress, all at the same time.
  private static func firstFacts(of feeds: [any Feed]) -> [FeedSlice] {
    Awaited.value {
      await withTaskGroup(of: (Int, FeedSlice).self) { group in
        for (index, feed) in feeds.enumerated() { group.addTask { (index, await firstFacts(of: feed)) } }
        var slices = feeds.map { FeedSlice(feed: $0.id, status: .reading(ReadProgress())) }
        for await (index, slice) in group { slices[index] = slice }
        return slices
      }
    }
  }

  private static func firstFacts(of feed: any Feed) async -> FeedSlice {
    var last = FeedSlice(feed: feed.id, status: .reading(ReadProgress()))
    for await slice in feed.slices() {
      last = slice
      if !slice.status.isReading { break }
    }
    return last
  }
}

extension OutageCause {
  /// The exit code of a command whose only source has this trouble (interface.md 1).
  var exitCode: Int32 {
    switch self {
    case .unreadable: 2
    case .cannotConnect: 3
    case .notAuthorised: 4
    }
  }
}
