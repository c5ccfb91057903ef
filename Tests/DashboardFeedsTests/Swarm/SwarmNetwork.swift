// A swarm made of recordings: the answers of a real manager, and an event stream that a test writes.

import DashboardModel
import DashboardTesting
import Foundation
import StructuredText
import Transport

@testable import DashboardFeeds

/// A manager of engine 20.10 as it was recorded.
struct SwarmNetwork {
  let transport: RecordedTransport
  /// The event stream that is open now.
  let events = WrittenBody()

  init(_ changes: [String: [RecordedTransport.Answer]] = [:]) {
    var answers: [String: [RecordedTransport.Answer]] = [
      "/_ping": [.recorded(Self.file("ping.http"))], "/v1.41/info": [.recorded(Self.file("info.http"))],
      "/v1.41/events": [.stream(events)],
    ]
    for list in SwarmList.allCases {
      answers["/v1.41/\(list.rawValue)"] = [Self.list(list)]
    }
    transport = RecordedTransport(answers.merging(changes) { $1 })
  }

  static func list(_ list: SwarmList) -> RecordedTransport.Answer {
    .made(status: 200, body: Recorded.text("swarm/\(list.rawValue).json").bytes)
  }

  /// A recorded answer, whole.
  static func file(_ name: String) -> [UInt8] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Recorded/swarm/\(name)")
    return (try? Array(Data(contentsOf: url))) ?? []
  }

  func feed(follows: Bool = true, cluster: ClusterName? = nil, clock: FeedClock = .machine) -> SwarmFeed {
    let environment = Environment(["DOCKER_HOST": "tcp://manager:2375"])
    return SwarmFeed(
      id: "swarm", connecting: DockerConnecting(.environment, environment), cluster: cluster,
      transport: transport, clock: clock, follows: follows)
  }

  /// The first slice that a test waits for; nil where the stream ended.
  func slice(
    of feed: SwarmFeed, where isWanted: @Sendable (FeedSlice) -> Bool = { !$0.status.isReading }
  ) async -> FeedSlice? {
    for await slice in feed.slices() where isWanted(slice) { return slice }
    return nil
  }
}
