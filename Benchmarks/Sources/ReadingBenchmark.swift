// Reads one file as the program does, and prints what that cost: the other side of `Benchmarks/reading`.

import DashboardFeeds
import DashboardModel

/// One reading of a file by the feed that `gmsa-tui FILE` uses.
struct ReadingBenchmark {
  let path: String

  /// Reads, and prints one line of words and numbers for the script: seconds, peak kilobytes, replicas, unreadable.
  func run() {
    let feed = FileFeed([FileSource(.path(path))], follows: false)
    let clock = ContinuousClock()
    let start = clock.now
    let (slice, faults) = feed.readOnce()
    let seconds = (clock.now - start) / .seconds(1)
    guard faults.isEmpty else {
      print("faults \(faults)")
      ProcessFigures.exit(1)
    }
    print(
      "seconds \(seconds) peak \(ProcessFigures.peakResidentKilobytes)",
      "replicas \(slice.facts.replicas.count) unreadable \(slice.unreadable.count)")
    for item in slice.unreadable.prefix(3) { print("unreadable:", item) }
  }
}
