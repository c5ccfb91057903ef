// The feed of a swarm on recorded answers of a real manager.

import DashboardModel
import DashboardTesting
import Testing
import Transport

@testable import DashboardFeeds

@Suite("The feed of a swarm")
struct SwarmFeedTests {
  @Test("the live lists say the same as the same lists in files")
  func sameAsFiles() async throws {
    let slice = try #require(await SwarmNetwork().slice(of: SwarmNetwork().feed()))
    let files = Recorded.swarm(cluster: "manager")
    #expect(slice.status == .live && slice.troubles.isEmpty)
    #expect(Set(slice.facts.hosts) == Set(files.facts.hosts))
    #expect(Set(slice.facts.services) == Set(files.facts.services))
    #expect(Set(slice.facts.credentialSpecs) == Set(files.facts.credentialSpecs))
    #expect(Set(slice.facts.replicas) == Set(files.facts.replicas))
    #expect(slice.facts.skippedReplicas == files.facts.skippedReplicas)
    #expect(slice.facts.coverage.allSatisfy { $0.coverage == .everything })
  }

  @Test("nothing but GET is sent, over a whole life with events and a refresh")
  func readsOnly() async throws {
    let network = SwarmNetwork()
    let feed = network.feed()
    var slices = feed.slices().makeAsyncIterator()
    while let slice = await slices.next(), slice.status != .live {}
    var asked = network.transport.asking().makeAsyncIterator()
    network.events.write(
      #"{"Type":"service","Action":"update","Actor":{"ID":"obrukspt0cvhr1qo05q09o4hy"},"timeNano":1795486126309969630}"#
        + "\n")
    while let request = await asked.next(), !request.target.contains(#""service""#) {}
    feed.refresh()
    while let request = await asked.next(), request.target != "/v1.41/tasks" {}
    #expect(network.transport.asked.allSatisfy { $0.request.method == "GET" })
    #expect(network.transport.asked.count >= 9)
  }

  @Test("an event of a service reads that service alone, and then its tasks")
  func eventReadsOne() async throws {
    let network = SwarmNetwork()
    var slices = network.feed().slices().makeAsyncIterator()
    while let slice = await slices.next(), slice.status != .live {}
    var asked = network.transport.asking().makeAsyncIterator()
    network.events.write(#"{"Type":"service","Action":"update","Actor":{"ID":"obruk"},"timeNano":1}"# + "\n")
    #expect(await asked.next()?.target == #"/v1.41/services?filters={"id":["obruk"]}"#)
    #expect(await asked.next()?.target == #"/v1.41/tasks?filters={"service":["obruk"]}"#)
  }

  @Test("a line of the event stream that is broken costs itself alone")
  func brokenEvent() {
    var stream = EventStream()
    let whole = SwarmNetwork.file("events-n1.ndjson")
    let lines = whole.split(separator: 10).map { Array($0) }
    let events = lines.flatMap { stream.events(in: $0 + [10]) }
    #expect(!events.isEmpty && stream.damaged == 0)
    var broken = EventStream()
    var seen = broken.events(in: Array(#"{"Type":"service","Act"#.utf8) + [10])
    seen += broken.events(in: Array(#"}}}] ?"#.utf8) + [10])
    for line in lines { seen += broken.events(in: line + [10]) }
    #expect(broken.damaged > 0)
    #expect(seen.suffix(events.count - 1) == events.suffix(events.count - 1))
  }

  @Test("the events are replayed from the last one that was heard when the stream is opened anew")
  func replay() async throws {
    let network = SwarmNetwork()
    let second = WrittenBody()
    network.transport.answer("/v1.41/events", .stream(network.events), .stream(second))
    var slices = network.feed().slices().makeAsyncIterator()
    while let slice = await slices.next(), slice.status != .live {}
    var asked = network.transport.asking().makeAsyncIterator()
    network.events.write(
      #"{"Type":"node","Action":"update","Actor":{"ID":"n"},"timeNano":1795486126009969630}"# + "\n")
    while let request = await asked.next(), !request.target.contains("nodes") {}
    network.events.fail(.closedEarly(.body))
    while let request = await asked.next() {
      guard request.request.path == "/v1.41/events" else { continue }
      #expect(request.request.query.contains(QueryItem("since", "1795486126.009969630")))
      break
    }
    // Everything is read anew, and the facts were never gone.
    while let request = await asked.next(), request.target != "/v1.41/tasks" {}
  }

  @Test("a connection that ends and comes back at once is not told as broken; one that stays away is")
  func breaking() async throws {
    let network = SwarmNetwork()
    var slices = network.feed().slices().makeAsyncIterator()
    while let slice = await slices.next(), slice.status != .live {}
    network.transport.answer("/_ping", .fault(.refused))
    network.events.fail(.closedEarly(.body))
    while let slice = await slices.next() {
      guard case .broken(let outage) = slice.status else { continue }
      #expect(outage.cause == .cannotConnect && outage.reason.contains("tcp") == false)
      #expect(!slice.facts.services.isEmpty, "the last good facts stay")
      #expect(slice.connection?.nextTryAt != nil)
      break
    }
  }

  @Test("a report reads once, and its stream stays")
  func once() async throws {
    let network = SwarmNetwork()
    let slice = try #require(await network.slice(of: network.feed(follows: false)))
    #expect(slice.status == .settled && !slice.facts.services.isEmpty)
    #expect(!network.transport.asked.contains { $0.request.path.hasSuffix("/events") })
  }

  @Test("ending the reader ends the connection")
  func ending() async throws {
    let network = SwarmNetwork()
    let feed = network.feed()
    let task = Task { for await _ in feed.slices() {} }
    var asked = network.transport.asking().makeAsyncIterator()
    while let request = await asked.next(), request.request.path != "/v1.41/tasks" {}
    task.cancel()
    await network.events.dropped()
  }

  @Test("a task is handed the config that it was started with, so that a rotation leaves it stale")
  func rotation() async throws {
    let network = SwarmNetwork()
    let slice = try #require(await network.slice(of: network.feed(cluster: "prod")))
    let given = slice.facts.replicas.compactMap { $0.handed.first }.filter {
      $0.credentialSpec.delivery == .swarmConfig
    }
    #expect(given.contains { if case .given = $0.contents { true } else { false } })
    #expect(Set(given.map(\.credentialSpec.name)).isSuperset(of: ["webapp01-v2"]))
  }

  @Test("two swarms with a service of one name stay two")
  func twoClusters() async throws {
    let one = SwarmNetwork()
    let two = SwarmNetwork()
    let slices = [
      try #require(await one.slice(of: one.feed(cluster: "east"))),
      try #require(await two.slice(of: two.feed(cluster: "west"))),
    ]
    let snapshot = Snapshot(merging: slices)
    #expect(snapshot.structure.services.count == slices[0].facts.services.count * 2)
  }

  @Test("the version that both sides know is spoken, and DOCKER_API_VERSION goes before")
  func versions() {
    #expect(EngineVersion.spoken(highest: EngineVersion(1, 41)) == EngineVersion(1, 41))
    #expect(EngineVersion.spoken(highest: EngineVersion(1, 60)) == EngineVersion.newest)
    #expect(EngineVersion.spoken(highest: EngineVersion(1, 29)) == nil)
    // Engines from 29 on speak nothing older than 1.44.
    #expect(EngineVersion.newest >= EngineVersion(1, 44))
    #expect(EngineVersion("1.4x") == nil && EngineVersion("141") == nil)
  }
}
