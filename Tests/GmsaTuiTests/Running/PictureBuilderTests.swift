// The builder of pictures: changes taken up in place and facts joined anew come to the same picture.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Synchronization
import Testing

@testable import gmsa_tui

@Suite("The picture builder")
struct PictureBuilderTests {
  /// What a builder has delivered.
  private final class Delivered: Sendable {
    private let messages = Mutex<[PictureBuilder.Message]>([])
    func take(_ message: PictureBuilder.Message) { messages.withLock { $0.append(message) } }
    var pictures: Int { messages.withLock { all in all.count { $0.buildTime != nil } } }
    var picture: Picture? {
      messages.withLock { all in
        for case .picture(let picture) in all.reversed().map(\.news) { return picture }
        return nil
      }
    }
  }

  /// The slices that the demo's feed would publish, one a step.
  private func slices(seed: UInt64, steps: Int) -> [FeedSlice] {
    var cluster = SimulatedCluster(
      options: DemoOptions(seed: seed, replicas: 400), start: Timestamp(milliseconds: 1_790_000_000_000))
    var recent = RecentChanges()
    recent.restart(at: 0)
    return (0..<steps).map { step in
      if step > 0 {
        switch cluster.tick() {
        case .replicas(let changes): recent.add(changes, revision: step)
        case .everything: recent.restart(at: step)
        }
      }
      var slice = FeedSlice(
        feed: "demo", status: .live, observedAt: cluster.now, revision: step, facts: cluster.facts)
      slice.recent = recent
      return slice
    }
  }

  @Test("whatever slices a slow reader misses, the picture is that of the newest facts", arguments: 0..<20)
  func skipping(seed: Int) async throws {
    var random = SeededRandom(seed: seed)
    let delivered = Delivered()
    let builder = PictureBuilder(feeds: ["demo"]) { delivered.take($0) }
    var inPlace = 0
    for slice in slices(seed: UInt64(seed), steps: 60) where Int.random(in: 0..<3, using: &random) > 0 {
      let before = delivered.picture?.snapshot.structure
      await builder.take(slice)
      let picture = try #require(delivered.picture)
      if picture.snapshot.structure === before { inPlace += 1 }
      let fresh = Picture(of: Snapshot(merging: [slice]))
      #expect(picture.lines == fresh.lines)
      #expect(Set(picture.findings.map(\.line)) == Set(fresh.findings.map(\.line)))
      #expect(picture.snapshot.feeds == fresh.snapshot.feeds)
    }
    #expect(inPlace > 5, "a step that changes replicas alone is to be taken up in place")
  }

  @Test("a feed that breaks or loses a kind is found without new facts, progress costs no picture")
  func troubles() async throws {
    let delivered = Delivered()
    let builder = PictureBuilder(feeds: ["f"]) { delivered.take($0) }
    var fleet = Fleet(feed: "f")
    fleet.host("win-1")
    var slice = fleet.slice
    slice.status = .live
    await builder.take(slice)
    #expect(try #require(delivered.picture).findings.map(\.card.id) == [])
    slice.troubles = [
      KindTrouble(
        cluster: Fleet.cluster, kind: .replicas, cause: .cannotConnect, reason: "connection refused",
        since: Fleet.noon)
    ]
    await builder.take(slice)
    let lost = try #require(delivered.picture).findings
    #expect(lost.map(\.card.id) == ["GMSA801"])
    #expect(
      lost.first?.message
        == "f: replicas not followed since \(Fleet.noon.text): connection refused")
    slice.troubles = []
    slice.status = .broken(FeedOutage(.notAuthorised, reason: "the login expired", since: Fleet.noon))
    await builder.take(slice)
    #expect(
      delivered.picture?.findings.map(\.message) == ["f: down since \(Fleet.noon.text): the login expired"])
    let before = delivered.pictures
    slice.connection = FeedConnection(address: "https://x", security: .verified, startedAt: Fleet.noon)
    await builder.take(slice)
    #expect(delivered.pictures == before)
  }

  @Test("two feeds that tell of one cluster's replicas are joined anew: gone from one is not gone")
  func overlap() async throws {
    let delivered = Delivered()
    let builder = PictureBuilder(feeds: ["a", "b"]) { delivered.take($0) }
    var fleet = Fleet(feed: "a")
    fleet.host("win-1")
    let id = Fleet.id(.hostFile, "web.json")
    fleet.service("web", uses: [id])
    fleet.replica("t1", of: "web", on: "win-1")
    var first = fleet.slice
    var second = fleet.slice
    second.feed = "b"
    await builder.take(first)
    await builder.take(second)
    let gone = first.facts.replicas[0]
    first.facts.replicas = []
    first.revision = 1
    first.recent.add(
      [.removed(cluster: gone.cluster, namespace: "", name: gone.name, owner: gone.owner)], revision: 1)
    await builder.take(first)
    #expect(try #require(delivered.picture).snapshot.replicas.flatMap(\.replicas).count == 1)
  }
}
