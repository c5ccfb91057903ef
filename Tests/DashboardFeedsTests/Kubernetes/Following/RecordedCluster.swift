// A recorded cluster as a network: its lists by their paths, watches that a test writes, and no waiting.

import DashboardModel
import DashboardTesting
import Foundation
import Synchronization
import Transport

@testable import DashboardFeeds

/// A server that answers with the recorded lists of a scenario; watches say nothing until a test makes them.
struct RecordedCluster {
  static let name: ClusterName = "recorded"
  static let json = [HTTPHeader("Content-Type", "application/json")]

  let transport: RecordedTransport
  private let folder: TemporaryFolder
  private let lists: [String: [UInt8]]

  /// The lists of a scenario; each is given once, and asked again for changes there is no answer.
  init(scenario: String) throws {
    var (answers, lists): ([String: [RecordedTransport.Answer]], [String: [UInt8]]) = ([:], [:])
    for text in Recorded.lists(scenario: scenario) {
      let parts = text.name.replacing(".http", with: "").split(separator: "-").map(String.init)
      guard let row = KubernetesKinds.all.first(where: { $0.resource == parts.first }) else { continue }
      let version = parts.count > 1 && parts[1].hasPrefix("v") ? parts[1] : row.versions[0]
      guard let resource = row.resources.first(where: { $0.version == version }) else { continue }
      lists[row.resource] = text.bytes
      let list = RecordedTransport.Answer.made(status: 200, headers: Self.json, body: text.bytes)
      if row.kind == .event {
        answers[resource.path()] = [.made(status: 200, headers: Self.json, body: Self.emptyList), .never]
        let target = "\(resource.path())?limit=500&resourceVersion=0&fieldSelector=reason=FailedCreate"
        answers[target] = [list]
      } else if [.service, .endpoints].contains(row.kind) {
        answers[resource.path(in: "gmsa-system")] = [list, .never]
      } else {
        answers[resource.path()] = [list, .never]
      }
    }
    for reason in EventFacts.followedReasons where reason != "FailedCreate" {
      let target = "/api/v1/events?limit=500&resourceVersion=0&fieldSelector=reason=\(reason)"
      answers[target] = [.made(status: 200, headers: Self.json, body: Self.emptyList)]
    }
    answers["/api/v1/events"] = [.never]
    transport = RecordedTransport(answers)
    self.lists = lists
    folder = try TemporaryFolder()
  }

  /// A server that answers everything alike.
  init(answering answer: RecordedTransport.Answer) throws {
    var answers: [String: [RecordedTransport.Answer]] = ["/version": [answer], "/api/v1/events": [answer]]
    for resource in KubernetesKinds.resources { answers[resource.path()] = [answer] }
    transport = RecordedTransport(answers)
    lists = [:]
    folder = try TemporaryFolder()
  }

  private static let emptyList = Array(
    #"{"kind":"EventList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":[]}"#.utf8)

  /// Answers a list with its recording, and its watch with what the test writes; `then` what comes after.
  func watch(
    _ path: String, _ body: WrittenBody, then next: RecordedTransport.Answer? = nil, isListed: Bool = true
  ) {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let list = RecordedTransport.Answer.made(status: 200, headers: Self.json, body: lists[name] ?? [])
    let watch = RecordedTransport.Answer.stream(body, headers: Self.json)
    var answers = isListed ? [list, watch] : [watch]
    if let next { answers.append(next) }
    transport.answer(path, inTurn: answers)
  }

  /// A feed of it.
  func feed() throws -> KubernetesFeed {
    let config = """
      apiVersion: v1
      kind: Config
      current-context: c
      contexts: [{name: c, context: {cluster: k, user: u}}]
      clusters: [{name: k, cluster: {server: "http://127.0.0.1:1"}}]
      users: [{name: u, user: {token: t}}]
      """
    try folder.write(config, to: "kubeconfig")
    let now = { @Sendable in Timestamp(milliseconds: 1_790_000_000_000) }
    let connection = try KubernetesConnection(
      word: "k8s:c", context: "c", cluster: Self.name, namespaces: [],
      kubeconfig: folder.path + "/kubeconfig", environment: Environment(), now: now)
    return KubernetesFeed(
      connection: connection, transport: transport, clock: ShortSleeps(), now: SteppingTime().next, seed: 1)
  }

  /// An item of a list, as JSON, told by its text; with a newer version each time it is told again.
  func item(of list: String, where isIt: (String) -> Bool) throws -> TestedItem? {
    let object = try JSONSerialization.jsonObject(with: Data(lists[list] ?? [])) as? [String: Any]
    let items = object?["items"] as? [[String: Any]] ?? []
    for item in items {
      let text = String(decoding: try JSONSerialization.data(withJSONObject: item), as: UTF8.self)
      if isIt(text) { return TestedItem(item: item) }
    }
    return nil
  }
}

/// An object of a list, as later versions of itself.
struct TestedItem {
  let item: [String: Any]
  var newer: String { text(version: "90000001") }
  var newest: String { text(version: "90000002") }

  private func text(version: String) -> String {
    var item = self.item
    var metadata = item["metadata"] as? [String: Any] ?? [:]
    metadata["resourceVersion"] = version
    item["metadata"] = metadata
    let data = (try? JSONSerialization.data(withJSONObject: item, options: .withoutEscapingSlashes)) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

/// A clock whose short sleeps are over at once, and whose long ones never are: nothing waits, and nothing runs hot.
private struct ShortSleeps: Clock {
  typealias Duration = Swift.Duration
  typealias Instant = ContinuousClock.Instant
  var now: Instant { ContinuousClock.now }
  var minimumResolution: Duration { .zero }
  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    if ContinuousClock.now.duration(to: deadline) < .seconds(2) { return await Task.yield() }
    let (never, continuation) = AsyncStream<Never>.makeStream()
    for await _ in never {}
    withExtendedLifetime(continuation) {}
    try Task.checkCancellation()
  }
}

/// A time that moves by a second each time that somebody looks.
private final class SteppingTime: Sendable {
  private let milliseconds = Mutex<Int64>(1_790_000_000_000)

  func next() -> Timestamp {
    milliseconds.withLock { milliseconds in
      milliseconds += 1000
      return Timestamp(milliseconds: milliseconds)
    }
  }
}
