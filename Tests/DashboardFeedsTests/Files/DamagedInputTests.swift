// Whatever a file holds, reading it ends, names what is wrong, and keeps what is readable.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("damaged input")
struct DamagedInputTests {
  private static let sources = [
    "kubernetes/base/pods.http", "kubernetes/base/nodes.http", "kubernetes/base/gmsacredentialspecs.http",
    "kubernetes/base/roles.http", "kubernetes/runtime-error/events-warning.http",
    "kubernetes/kubectl/kubectl-mixed.json", "swarm/services.json", "swarm/tasks.json", "swarm/configs.json",
  ]

  @Test("bytes that are changed, lost or doubled never trap a decoder", arguments: 0..<200)
  func survivesDamage(seed: Int) {
    var random = SeededRandom(seed: seed)
    var text = Recorded.text(Self.sources[seed % Self.sources.count])
    for _ in 0..<Int.random(in: 1...12, using: &random) where !text.bytes.isEmpty {
      let index = Int.random(in: 0..<text.bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text.bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: text.bytes.remove(at: index)
      case 2: text.bytes.insert(contentsOf: Array("{\"[]},:\\u-9e".utf8), at: index)
      default: text.bytes.removeSubrange(index..<min(text.bytes.count, index + 40))
      }
    }
    let (slice, faults) = FileFacts.slice(of: [text])
    let said = slice.unreadable.map(\.reason) + faults.map(\.text)
    #expect(said.allSatisfy { !$0.isEmpty })
  }

  @Test("a pod that is no pod costs one item, which is named with its place")
  func namesTheItem() throws {
    let list = """
      {"apiVersion": "v1", "kind": "List", "items": [
        {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "win-1"}, "status": {}},
        {"apiVersion": "v1", "kind": "Node",
         "metadata": {"name": 7}},
        {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "win-3"}}
      ]}
      """
    let slice = FileFacts.slice(of: [FileFacts.Text(name: "nodes.json", bytes: Array(list.utf8))]).slice
    #expect(slice.facts.hosts.map(\.id.name) == ["win-1", "win-3"])
    let item = try #require(slice.unreadable.first)
    #expect(slice.unreadable.count == 1)
    #expect(item.source == "nodes.json")
    #expect(item.index == 1)
    #expect(item.line == 4)
    #expect(item.path == "metadata.name")
    #expect(item.reason == "expected string, found number")
  }

  @Test("a list with an unreadable item vouches for nothing that it lacks")
  func unreadableItemEndsCoverage() {
    let list =
      #"{"kind": "NodeList", "apiVersion": "v1", "items": [{"metadata": {"name": "a"}}, {"metadata": 3}]}"#
    let facts = FileFacts.slice(of: [FileFacts.Text(name: "n", bytes: Array(list.utf8))]).slice.facts
    #expect(facts.hosts.count == 1)
    #expect(
      facts.coverage.map(\.coverage) == [.nothing(reason: "1 item of the list could not be read")])
  }

  @Test(
    "each kind of useless file gets one clear message",
    arguments: [
      ("", "is empty"), ("\u{0}\u{1}\u{2}binary", "no text"),
      ("NAME    STATUS   ROLES\nwin-1   Ready    <none>\n", "-o json"),
      ("ID             NAME      MODE         REPLICAS\nabc   web       replicated   1/1\n", "inspect"),
      (#"{"kind": "ConfigMap", "apiVersion": "v1", "metadata": {"name": "a"}}"#, "only ConfigMap"),
      (#"{"format": "gmsa-tui-snapshot", "version": 99, "feeds": [{"x": 1}]}"#, "newer gmsa-tui"),
      (#"{"format": "gmsa-tui-snapshot", "version": 99}"#, "newer gmsa-tui"),
    ])
  func explains(text: String, words: String) throws {
    let (slice, faults) = FileFacts.slice(of: [FileFacts.Text(name: "file", bytes: Array(text.utf8))])
    #expect(slice.facts == Facts())
    let fault = try #require(faults.first)
    #expect(fault.text.contains(words), "\(fault.text)")
    #expect(faults.count == 1)
  }

  @Test("a list that is cut off gives what came before the cut, and says where it ends")
  func cutOff() throws {
    let whole = Recorded.text("kubernetes/base/nodes.http")
    let half = FileFacts.Text(name: "half", bytes: Array(whole.bytes.prefix(whole.bytes.count / 2)))
    let (slice, faults) = FileFacts.slice(of: [half])
    #expect((1..<8).contains(slice.facts.hosts.count))
    #expect(slice.unreadable.count == 1)
    guard case .damaged(_, _, _, let problem)? = faults.first else {
      Issue.record("\(faults)")
      return
    }
    #expect(problem.contains("ends in the middle"))
  }

  @Test("thousands of nested brackets and ten megabytes in one line are read to their end")
  func extremes() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(
      FileFacts.slice(of: [FileFacts.Text(name: "deep", bytes: Array(deep.utf8))]).slice.facts == Facts())
    let nested =
      "{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"spec\":" + String(repeating: "{\"affinity\":", count: 5000)
    _ = FileFacts.slice(of: [FileFacts.Text(name: "nested", bytes: Array(nested.utf8))])
    let long =
      "{\"kind\":\"Node\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\",\"annotations\":{\"x\":\""
      + String(repeating: "y", count: 10 << 20) + "\"}}}"
    let slice = FileFacts.slice(of: [FileFacts.Text(name: "long", bytes: Array(long.utf8))]).slice
    #expect(slice.facts.hosts.map(\.id.name) == ["a"])
  }

  @Test("a credential spec that nests without end is no JSON that is read, and no crash")
  func nestedContents() {
    let bomb = String(repeating: "[", count: 50_000)
    let object =
      #"{"kind":"GMSACredentialSpec","apiVersion":"windows.k8s.io/v1","metadata":{"name":"a"},"credspec":"#
      + bomb + String(repeating: "]", count: 50_000) + "}"
    let facts = FileFacts.slice(of: [FileFacts.Text(name: "bomb", bytes: Array(object.utf8))]).slice.facts
    #expect(facts.credentialSpecs.first?.contents?.isJSON == false)
  }
}
