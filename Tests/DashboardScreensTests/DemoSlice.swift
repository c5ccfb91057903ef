// The demo's first moment as a slice: what a newcomer sees first.

import DashboardFeeds
import DashboardModel
import DashboardTesting

extension FeedSlice {
  /// The demo of a seed at a fixed time.
  static func demo(seed: UInt64 = 1) -> FeedSlice {
    let cluster = SimulatedCluster(options: DemoOptions(seed: seed, speed: 0), start: .sampleNow)
    return FeedSlice(feed: "demo", status: .live, observedAt: cluster.now, revision: 1, facts: cluster.facts)
  }
}
