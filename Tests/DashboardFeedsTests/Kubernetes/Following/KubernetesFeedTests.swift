// The live feed on recorded answers of a real server: what it says before, during and after trouble.

import DashboardModel
import DashboardTesting
import Testing
import Transport

@testable import DashboardFeeds

@Suite("The Kubernetes feed on recorded answers", .timeLimit(.minutes(2)))
struct KubernetesFeedTests {
  /// The first slice that satisfies a condition; nil where the stream ends before.
  private func first(
    _ slices: inout AsyncStream<FeedSlice>.Iterator, where isIt: (FeedSlice) -> Bool
  ) async -> FeedSlice? {
    while let slice = await slices.next() { if isIt(slice) { return slice } }
    return nil
  }

  private func whole(_ network: RecordedCluster) async throws -> FeedSlice {
    var slices = try network.feed().slices().makeAsyncIterator()
    return try #require(await first(&slices) { !$0.status.isReading })
  }

  @Test("shows what the same lists show as files", arguments: Recorded.scenarios)
  func sameAsFiles(scenario: String) async throws {
    let live = try await whole(RecordedCluster(scenario: scenario))
    #expect(live.status == .live)
    #expect(live.troubles.isEmpty)
    var files = Recorded.slice(scenario: scenario, cluster: RecordedCluster.name)
    // Findings about a whole cluster name the feed.
    files.feed = live.feed
    let (left, right) = (Picture(of: Snapshot(merging: [live])), Picture(of: Snapshot(merging: [files])))
    #expect(left.lines == right.lines)
    #expect(Set(live.facts.replicas) == Set(files.facts.replicas))
    #expect(live.facts.skippedReplicas == files.facts.skippedReplicas)
  }

  @Test("says how it does before it says facts, and says facts when all lists stand")
  func statusFirst() async throws {
    let held = WrittenBody()
    let network = try RecordedCluster(scenario: "base")
    network.transport.answer("/api/v1/nodes", .stream(held, headers: RecordedCluster.json), .never)
    var slices = try network.feed().slices().makeAsyncIterator()
    let opening = try #require(await slices.next())
    #expect(opening.status.isReading)
    #expect(opening.facts.isEmpty)
    held.write(#"{"kind":"NodeList","apiVersion":"v1","metadata":{"resourceVersion":"9"},"items":[]}"#)
    held.finish()
    let slice = try #require(await first(&slices) { !$0.status.isReading })
    #expect(!slice.facts.replicas.isEmpty)
    #expect(slice.facts.hosts.isEmpty)
    #expect(slice.connection?.firstFacts != nil)
  }

  @Test("takes up what a watch tells, as changes that a reader can apply")
  func follows() async throws {
    let network = try RecordedCluster(scenario: "base")
    let watch = WrittenBody()
    network.watch("/api/v1/pods", watch)
    var slices = try network.feed().slices().makeAsyncIterator()
    let before = try #require(await first(&slices) { !$0.status.isReading })
    let pod = try #require(
      network.item(of: "pods") { pod in
        ["gmsaCredentialSpecName", "ownerReferences", #""phase":"Running""#].allSatisfy(pod.contains)
      })
    watch.write(
      #"{"type":"MODIFIED","object":\#(pod.newer.replacing("\"phase\":\"Running\"", with: "\"phase\":\"Failed\""))}"#
        + "\n")
    let after = try #require(await first(&slices) { $0.revision > before.revision })
    let changes = try #require(after.recent.since(before.revision))
    #expect(changes.count == 1)
    var snapshot = Snapshot(merging: [before])
    let isApplied = snapshot.apply(changes)
    #expect(isApplied)
    #expect(Picture(of: snapshot).lines == Picture(of: Snapshot(merging: [after])).lines)
    watch.write(#"{"type":"DELETED","object":\#(pod.newer)}"# + "\n")
    watch.write(#"{"type":"DELETED","object":\#(pod.newest)}"# + "\n")
    let gone = try #require(await first(&slices) { $0.facts.replicas.count < before.facts.replicas.count })
    #expect(gone.facts.replicas.count == before.facts.replicas.count - 1)
  }

  @Test("keeps the facts of a list whose watch breaks, says what broke, and is well again afterwards")
  func brokenWatch() async throws {
    let network = try RecordedCluster(scenario: "base")
    let watch = WrittenBody()
    network.watch("/api/v1/pods", watch, then: .fault(.refused))
    let feed = try network.feed()
    var slices = feed.slices().makeAsyncIterator()
    let before = try #require(await first(&slices) { !$0.status.isReading })
    watch.fail(.closedEarly(.body))
    let broken = try #require(await first(&slices) { !$0.troubles.isEmpty })
    #expect(broken.status == .live)
    #expect(broken.troubles.map(\.kind) == [.replicas])
    #expect(broken.troubles.first?.cause == .cannotConnect)
    #expect(broken.facts == before.facts)
    network.watch("/api/v1/pods", WrittenBody(), isListed: false)
    feed.refresh()
    let well = try #require(await first(&slices) { $0.troubles.isEmpty })
    #expect(well.facts == before.facts)
  }

  @Test("is broken when nothing is followed any more, and says whether it is the login")
  func broken() async throws {
    let refused = try RecordedCluster(answering: .fault(.refused))
    let unreachable = try await whole(refused)
    #expect(unreachable.status.outage?.cause == .cannotConnect)
    #expect(unreachable.facts.isEmpty)
    let status =
      #"{"kind":"Status","apiVersion":"v1","message":"Unauthorized","reason":"Unauthorized","code":401}"#
    let expired = try RecordedCluster(
      answering: .made(status: 401, headers: RecordedCluster.json, body: Array(status.utf8)))
    #expect(try await whole(expired).status.outage?.cause == .notAuthorised)
  }

  @Test("reads a list anew when the server says that its version is too old")
  func expired() async throws {
    let network = try RecordedCluster(scenario: "base")
    let watch = WrittenBody()
    let empty = #"{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"99999999"},"items":[]}"#
    network.watch(
      "/api/v1/pods", watch, then: .made(status: 200, headers: RecordedCluster.json, body: Array(empty.utf8)))
    var slices = try network.feed().slices().makeAsyncIterator()
    let before = try #require(await first(&slices) { !$0.status.isReading })
    #expect(!before.facts.replicas.isEmpty)
    watch.write(
      #"{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired","message":"too old"}}"# + "\n"
    )
    let after = try #require(await first(&slices) { $0.revision > before.revision })
    #expect(after.facts.replicas.isEmpty)
    let relist = network.transport.asked.last {
      $0.request.path == "/api/v1/pods" && !$0.target.contains("watch")
    }
    #expect(relist?.target == "/api/v1/pods?limit=500")
  }

  @Test("ends every transfer when its reader cancels")
  func cancel() async throws {
    let network = try RecordedCluster(scenario: "base")
    let watch = WrittenBody()
    network.watch("/api/v1/pods", watch)
    let feed = try network.feed()
    let reader = Task {
      for await slice in feed.slices() where !slice.status.isReading { break }
    }
    await reader.value
    await watch.dropped()
  }

  @Test("takes a missing resource for a fact: nothing of it is there, and that is known")
  func missingResource() async throws {
    let network = try RecordedCluster(scenario: "base")
    for version in ["v1", "v1alpha1"] {
      network.transport.answer(
        "/apis/windows.k8s.io/\(version)/gmsacredentialspecs",
        .made(status: 404, body: Array("404 page not found\n".utf8)))
    }
    let slice = try await whole(network)
    #expect(slice.status == .live)
    #expect(slice.troubles.isEmpty)
    #expect(slice.facts.credentialSpecs.isEmpty)
    let coverage = slice.facts.coverage.first { $0.kind == .customResources }?.coverage
    #expect(coverage == .everything)
  }

  @Test("shows a list that the login may not see as unknown, with the server's words")
  func forbidden() async throws {
    let network = try RecordedCluster(scenario: "base")
    let status =
      #"{"kind":"Status","message":"nodes is forbidden: User \"web\" cannot list","reason":"Forbidden","code":403}"#
    network.transport.answer(
      "/api/v1/nodes", .made(status: 403, headers: RecordedCluster.json, body: Array(status.utf8)))
    let slice = try await whole(network)
    #expect(slice.status == .live)
    guard case .nothing(let reason)? = slice.facts.coverage.first(where: { $0.kind == .hosts })?.coverage
    else {
      Issue.record("a list that was refused covers nothing")
      return
    }
    #expect(reason.contains("nodes is forbidden"))
    #expect(slice.facts.replicas.count > 0)
  }
}
