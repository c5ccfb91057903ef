// The feed of files and folders: reads them, then follows them as they change.

package import DashboardModel
import StructuredText
internal import Glibc

/// The feed of all FILE, FOLDER and `-` words of one call: several loose files describe one cluster, so they are read
/// together.
package struct FileFeed: Feed {
  package let id: FeedID
  private let sources: [FileSource]
  private let follows: Bool
  private let now: @Sendable () -> Timestamp
  private let bells = OpenBells()

  /// A feed of sources. With `follows` it watches them until it is cancelled; without, its stream ends after the facts.
  package init(
    _ sources: [FileSource], id: FeedID? = nil, follows: Bool = true,
    now: (@Sendable () -> Timestamp)? = nil
  ) {
    self.sources = sources
    self.id = id ?? FeedID(sources.map(\.word).joined(separator: " "))
    self.follows = follows
    self.now = now ?? { Timestamp.now() }
  }

  package func slices() -> AsyncStream<FeedSlice> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let (stop, bell) = (StopSignal(), Bell())
      let (id, sources, follows, now, bells) = (id, sources, follows, now, bells)
      bells.add(bell)
      continuation.onTermination = { _ in
        stop.signal()
        bells.remove(bell)
      }
      ReadingThread.start {
        var run = FileFeedRun(id: id, sources: sources, now: now, stop: stop, bell: bell)
        run.run(follows: follows) { continuation.yield($0) }
        continuation.finish()
      }
    }
  }

  package func refresh() { bells.ring() }

  /// Reads everything once, on the caller's thread: for reports and checks. The faults are those of whole sources.
  package func readOnce() -> (slice: FeedSlice, faults: [FeedFault]) {
    var run = FileFeedRun(id: id, sources: sources, now: now, stop: StopSignal(), bell: Bell())
    return run.read { _ in }
  }
}
