// The demo as a feed: the simulation, paced by a clock.

package import DashboardModel

/// A feed of two simulated clusters: a slice at once, then one a simulated step; at speed 0 the first one alone, which
/// then stands as a file does.
package struct DemoFeed: Feed {
  package let id: FeedID = "demo"
  private let options: DemoOptions
  private let start: Timestamp
  private let clock: any Clock<Duration>

  /// A feed whose simulated time begins at `start` and whose steps the clock paces.
  package init(options: DemoOptions = DemoOptions(), start: Timestamp, clock: any Clock<Duration>) {
    self.options = options
    self.start = start
    self.clock = clock
  }

  package func slices() -> AsyncStream<FeedSlice> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let task = Task { await run(continuation) }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  /// Nothing to read: each step is said when it happens, and a demo that stands still has nothing new.
  package func refresh() {}

  private func run(_ continuation: AsyncStream<FeedSlice>.Continuation) async {
    var cluster = SimulatedCluster(options: options, start: start)
    var recent = RecentChanges()
    recent.restart(at: cluster.revision)
    continuation.yield(slice(of: cluster, recent))
    guard options.speed > 0 else { return await waitForCancel() }
    let pause = Duration.seconds(1) / options.speed
    while !Task.isCancelled {
      do { try await clock.sleep(for: pause, tolerance: nil) } catch { break }
      switch cluster.tick() {
      case .replicas(let changes): recent.add(changes, revision: cluster.revision)
      case .everything: recent.restart(at: cluster.revision)
      }
      continuation.yield(slice(of: cluster, recent))
    }
    continuation.finish()
  }

  private func waitForCancel() async {
    let (never, continuation) = AsyncStream<Never>.makeStream()
    for await _ in never {}
    withExtendedLifetime(continuation) {}
  }

  private func slice(of cluster: SimulatedCluster, _ recent: RecentChanges) -> FeedSlice {
    var slice = FeedSlice(
      feed: id, status: options.speed > 0 ? .live : .settled, observedAt: cluster.now,
      revision: cluster.revision, facts: cluster.facts)
    slice.recent = recent
    return slice
  }
}

extension SimulatedCluster {
  /// The revision of its facts: one a step.
  fileprivate var revision: Int { step + 1 }
}
