// The feed of one Kubernetes API: lists that are read whole and followed, joined to slices.

package import DashboardModel
import Synchronization
package import Transport

/// The feed of one Kubernetes API. It never gives up: what fails is tried again, and the last good facts stay.
package struct KubernetesFeed: Feed {
  package var id: FeedID { connection.feed }
  private let connection: KubernetesConnection
  private let transport: any HTTPTransport
  private let clock: any Clock<Duration>
  private let now: @Sendable () -> Timestamp
  private let seed: UInt64
  private let streams = OpenStreams()

  /// A feed; `seed` decides how its waits are spread.
  package init(
    connection: KubernetesConnection, transport: any HTTPTransport = CurlTransport(),
    clock: any Clock<Duration> = ContinuousClock(),
    now: @escaping @Sendable () -> Timestamp = { Timestamp.now() }, seed: UInt64 = .random(in: 0...UInt64.max)
  ) {
    self.connection = connection
    self.transport = transport
    self.clock = clock
    self.now = now
    self.seed = seed
  }

  package func slices() -> AsyncStream<FeedSlice> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let following = ClusterFollowing(
        connection: connection,
        session: KubernetesSession(login: connection.login, transport: transport, now: now), clock: clock,
        now: now, chance: Chance(seed: seed)
      ) { continuation.yield($0) }
      streams.add(following)
      let task = Task {
        await following.run()
        continuation.finish()
      }
      continuation.onTermination = { [streams] _ in
        streams.remove(following)
        task.cancel()
      }
    }
  }

  /// Ends every wait: what broke is tried at once. What is followed is as new as it can be.
  package func refresh() { streams.refresh() }
}

/// The streams that somebody reads.
private final class OpenStreams: Sendable {
  private let all = Mutex<[ClusterFollowing]>([])

  func add(_ following: ClusterFollowing) { all.withLock { $0.append(following) } }
  func remove(_ following: ClusterFollowing) { all.withLock { $0.removeAll { $0 === following } } }
  func refresh() {
    for following in all.withLock({ $0 }) { Task { await following.refresh() } }
  }
}

/// Numbers from 0 up to 1, the same for the same seed.
final class Chance: Sendable {
  private let random: Mutex<SplitMix64>

  init(seed: UInt64) { random = Mutex(SplitMix64(seed: seed)) }

  /// The next number.
  func next() -> Double { random.withLock { Double.random(in: 0..<1, using: &$0) } }
}
