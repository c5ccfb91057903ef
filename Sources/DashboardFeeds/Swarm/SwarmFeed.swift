// The feed of a live swarm.

package import DashboardModel
internal import Synchronization
package import Transport

/// A swarm, as one of its managers tells of it. Reads and never changes: what it can send is GET alone.
package final class SwarmFeed: Feed {
  package let id: FeedID
  private let connecting: DockerConnecting
  private let cluster: ClusterName?
  private let transport: any HTTPTransport
  private let clock: FeedClock
  private let follows: Bool
  private let followers = Mutex<[SwarmFollower]>([])

  /// A feed.
  /// - Parameters:
  ///   - cluster: What the operator calls it; nil: by its context or host.
  ///   - follows: Whether it goes on after its first facts.
  package init(
    id: FeedID, connecting: DockerConnecting, cluster: ClusterName? = nil,
    transport: any HTTPTransport = CurlTransport(), clock: FeedClock = .machine, follows: Bool = true
  ) {
    self.id = id
    self.connecting = connecting
    self.cluster = cluster
    self.transport = transport
    self.clock = clock
    self.follows = follows
  }

  package func slices() -> AsyncStream<FeedSlice> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: FeedSlice.self, bufferingPolicy: .bufferingNewest(1))
    let follower = SwarmFollower(
      SwarmFollower.Settings(
        feed: id, cluster: cluster, connecting: connecting, transport: transport, clock: clock,
        follows: follows), continuation)
    followers.withLock { $0.append(follower) }
    let task = Task { await follower.run() }
    continuation.onTermination = { [weak self] _ in
      task.cancel()
      self?.followers.withLock { $0.removeAll { $0 === follower } }
    }
    return stream
  }

  package func refresh() {
    for follower in followers.withLock({ $0 }) { Task { await follower.refresh() } }
  }
}
