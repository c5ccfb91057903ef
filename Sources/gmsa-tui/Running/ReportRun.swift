// Reads every feed once and prints the report of what they say.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import DashboardReports
import Dispatch
import Synchronization

/// A report on some feeds.
struct ReportRun {
  let feeds: [any Feed]
  let includesLinux: Bool
  let isASCII: Bool

  /// The opening face with its problems as text: what a terminal that cannot draw gets.
  func printText() throws {
    try print(ReportFormat.named("text"), face: .credentialSpecByHost, only: .problems)
  }

  /// Prints a report to standard output; what could not be read as a whole goes to standard error.
  ///
  /// Exit code 2 where nothing could be read, 5 where a source is missing from the picture.
  func print(_ format: ReportFormat?, face: Face, only: ReportOptions.Scope) throws {
    let slices = feeds.map(Self.firstFacts)
    let broken = slices.compactMap { slice -> String? in
      if case .broken(let reason, _) = slice.status { reason } else { nil }
    }
    for reason in broken { StandardError.print("gmsa-tui: \(reason)") }
    if slices.allSatisfy({ $0.observedAt == nil }) { throw ExitCode(2) }
    let picture = Picture(
      of: Snapshot(merging: slices), options: PictureOptions(includesLinux: includesLinux))
    var output = StandardOutput()
    let options = ReportOptions(face: face, only: only, isASCII: isASCII, now: SystemTime.now)
    format?.write(picture, options: options, to: &output)
    output.flush()
    if !broken.isEmpty { throw ExitCode(5) }
  }

  /// Waits for the first slice that is no mere progress: facts, or the reason why there are none.
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
