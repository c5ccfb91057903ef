// Our own format: what is saved is what is loaded, and the schema says what it looks like.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("snapshot documents")
struct SnapshotDocumentTests {
  private func saved(_ slices: [FeedSlice]) throws -> [UInt8] {
    let bytes = Collector()
    try SnapshotDocument.write(slices, createdAt: Timestamp(milliseconds: 1_795_513_267_000)) {
      bytes.all += $0
    }
    return bytes.all
  }

  private final class Collector { var all: [UInt8] = [] }

  private func inventories() throws -> FeedSlice {
    let folder = try TemporaryFolder()
    try folder.write(#"{"CmsPlugins":[],"DomainJoinConfig":{"Sid":"S"}}"#, to: "win-01/webapp01.json")
    try folder.write(
      #"{"format":"gmsa-tui-host-inventory","version":1,"windowsBuild":"10.0.1","domain":"d","registry":{"x":null}}"#,
      to: "win-01/inventory.json")
    return FileFeed([FileSource(.path(folder.path))], id: "hosts", follows: false).readOnce().slice
  }

  @Test("saving and loading is identity", arguments: Recorded.scenarios + ["swarm", "hosts"])
  func identity(_ scenario: String) throws {
    var slice =
      switch scenario {
      case "swarm": Recorded.swarm()
      case "hosts": try inventories()
      default: Recorded.slice(scenario: scenario)
      }
    slice.observedAt = Timestamp("2026-11-24T09:41:07Z")
    slice.interval = .seconds(30)
    slice.unreadable = [UnreadableItem(source: "s", index: 3, line: 4, column: 5, path: "a.b", reason: "r")]
    slice.status = .broken(
      FeedOutage(.cannotConnect, reason: "gone", since: Timestamp(milliseconds: 1_795_513_267_000)))
    slice.troubles = [
      KindTrouble(
        cluster: "c", kind: .hosts, cause: .notAuthorised, reason: "403", since: Timestamp(milliseconds: 0))
    ]
    slice.facts = slice.facts.inWholeSeconds
    let folder = try TemporaryFolder()
    try folder.write(try saved([slice, FeedSlice(feed: "other", status: .live, revision: 7)]), to: "s.json")
    let (loaded, unreadable) = try SnapshotDocument.slices(inFile: folder.path + "/s.json")
    #expect(unreadable.isEmpty)
    #expect(loaded.map(\.feed) == [slice.feed, "other"])
    #expect(loaded.map(\.revision) == [slice.revision, 7])
    let first = try #require(loaded.first)
    #expect(first.facts == slice.facts)
    #expect(first.status == slice.status)
    #expect(first.observedAt == slice.observedAt)
    #expect(first.interval == slice.interval)
    #expect(first.unreadable == slice.unreadable)
    #expect(first.troubles == slice.troubles)
    #expect(loaded.last?.status == .live)
  }

  @Test("what is written satisfies the schema, and what is not of the format does not")
  func schema() throws {
    let schema = try SchemaCheck(format: "snapshot")
    var slices = Recorded.scenarios.map { Recorded.slice(scenario: $0) }
    slices += [Recorded.swarm(), try inventories()]
    slices[0].unreadable = [
      UnreadableItem(source: "s", index: 3, line: 4, column: 5, path: "a.b", reason: "r")
    ]
    slices[0].status = .broken(FeedOutage(.cannotConnect, reason: "gone", since: Timestamp(milliseconds: 0)))
    slices[0].observedAt = Timestamp(milliseconds: 0)
    slices[0].interval = .milliseconds(2500)
    slices[0].troubles = [
      KindTrouble(
        cluster: "c", kind: .hosts, cause: .notAuthorised, reason: "403", since: Timestamp(milliseconds: 0))
    ]
    slices[0].connection = FeedConnection(
      address: "https://x", security: .verified, serverVersion: "v1.32.4",
      startedAt: Timestamp(milliseconds: 0))
    try schema.expectValid(Data(try saved(slices)))
    let wrong = String(decoding: try saved(slices), as: UTF8.self).replacing(
      "\"objectID\"", with: "\"objectId\"")
    #expect(try !schema.problems(in: Data(wrong.utf8)).isEmpty)
    #expect(try !schema.problems(in: Data("{}".utf8)).isEmpty)
  }

  @Test("a snapshot of a later version gives one message and no facts")
  func newer() throws {
    let text = String(decoding: try saved([Recorded.swarm()]), as: UTF8.self)
      .replacing("\"version\": 1", with: "\"version\": 2")
    let (slice, faults) = FileFacts.slice(of: [FileFacts.Text(name: "s.json", bytes: Array(text.utf8))])
    #expect(slice.facts == Facts())
    #expect(
      faults == [.newerFormat(path: "s.json", format: SnapshotFormat.name, version: 2, known: 1)])
    #expect(slice.unreadable.isEmpty)
  }

  @Test("a damaged fact costs one fact and is named")
  func damaged() throws {
    let text = String(decoding: try saved([Recorded.swarm()]), as: UTF8.self)
    let spot = try #require(text.firstRange(of: #""name":"web""#))
    let damaged = text.replacingCharacters(in: spot, with: #""name":7"#)
    let whole = FileFacts.slice(of: [FileFacts.Text(name: "s", bytes: Array(text.utf8))]).slice
    let slice = FileFacts.slice(of: [FileFacts.Text(name: "s", bytes: Array(damaged.utf8))]).slice
    #expect(slice.facts.services.count == whole.facts.services.count - 1)
    #expect(slice.unreadable.map(\.path) == ["fact.id.name"])
  }
}

extension Facts {
  /// Times are written in whole seconds.
  var inWholeSeconds: Facts {
    func whole(_ time: Timestamp?) -> Timestamp? { time.flatMap { Timestamp($0.text) } }
    func whole(_ trouble: Trouble) -> Trouble {
      var trouble = trouble
      trouble.at = whole(trouble.at)
      return trouble
    }
    var facts = self
    for index in facts.replicas.indices {
      facts.replicas[index].since = whole(facts.replicas[index].since)
      facts.replicas[index].trouble = facts.replicas[index].trouble.map(whole)
    }
    for index in facts.services.indices {
      facts.services[index].updatedAt = whole(facts.services[index].updatedAt)
      let updateTime = whole(facts.services[index].update?.at)
      facts.services[index].update?.at = updateTime
      facts.services[index].troubles = facts.services[index].troubles.map(whole)
    }
    for index in facts.credentialSpecs.indices {
      facts.credentialSpecs[index].createdAt = whole(facts.credentialSpecs[index].createdAt)
      facts.credentialSpecs[index].updatedAt = whole(facts.credentialSpecs[index].updatedAt)
    }
    for index in facts.events.indices { facts.events[index].trouble = whole(facts.events[index].trouble) }
    for index in facts.listings.indices {
      facts.listings[index].listedAt = whole(facts.listings[index].listedAt)
      for copy in facts.listings[index].copies.indices {
        facts.listings[index].copies[copy].modifiedAt = whole(facts.listings[index].copies[copy].modifiedAt)
      }
    }
    return facts
  }
}
