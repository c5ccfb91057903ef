// Time for live feeds, so that a test can be the clock.

package import DashboardModel
internal import Glibc

/// The clocks of a live feed.
package struct FeedClock: Sendable {
  /// The time on the wall, for what people read.
  package var wall: @Sendable () -> Timestamp
  /// The time since any fixed moment, for waiting: no change of the wall's clock moves it.
  package var steady: @Sendable () -> Duration
  /// Waits; throws where the task is cancelled.
  package var sleep: @Sendable (Duration) async throws -> Void

  package init(
    wall: @escaping @Sendable () -> Timestamp, steady: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.wall = wall
    self.steady = steady
    self.sleep = sleep
  }

  /// The machine's clocks.
  package static let machine = FeedClock(
    wall: {
      var time = timespec()
      clock_gettime(CLOCK_REALTIME, &time)
      return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    },
    steady: {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    },
    sleep: { try await ContinuousClock().sleep(for: $0) })
}
