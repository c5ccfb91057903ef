// Several lists and files that speak of the same objects.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("several files of one cluster")
struct MergingTests {
  private func node(_ name: String, uid: String, version: Int, taint: String = "") -> String {
    let spec = taint.isEmpty ? "{}" : #"{"taints":[{"key":"\#(taint)","effect":"NoSchedule"}]}"#
    return #"{"kind":"Node","apiVersion":"v1","metadata":{"name":"\#(name)","uid":"\#(uid)","#
      + #""resourceVersion":"\#(version)"},"spec":\#(spec)}"#
  }

  private func slice(_ texts: String...) -> FeedSlice {
    FileFacts.slice(
      of: texts.enumerated().map { FileFacts.Text(name: "file\($0).json", bytes: Array($1.utf8)) }
    ).slice
  }

  @Test("an object that stands in two files alike is one, and nothing is said of it")
  func identical() {
    let slice = slice(node("a", uid: "1", version: 5), node("a", uid: "1", version: 5))
    #expect(slice.facts.hosts.count == 1)
    #expect(slice.unreadable.isEmpty)
  }

  @Test("of two that differ the newer one is shown, in whatever order, and the contradiction is noted")
  func newerWins() throws {
    let old = node("a", uid: "1", version: 5)
    let new = node("a", uid: "1", version: 40, taint: "os")
    for slice in [slice(old, new), slice(new, old)] {
      #expect(slice.facts.hosts.map { $0.taints.map(\.key) } == [["os"]])
      let note = try #require(slice.unreadable.first)
      #expect(note.reason.contains("Node a"))
      #expect(!note.reason.contains("east="))
    }
  }

  @Test("objects of one name and two uids are of two clusters, most likely: the note says how to name them")
  func twoClusters() throws {
    let slice = slice(node("a", uid: "1", version: 5), node("a", uid: "2", version: 4))
    #expect(slice.facts.hosts.count == 1)
    #expect(try #require(slice.unreadable.first).reason.contains("east=file0.json west=file1.json"))
  }

  @Test("the recorded lists in any order, in chunks of any size, are the same facts")
  func orderDoesNotCount() {
    let lists = Recorded.lists(scenario: "runtime-error")
    func lines(_ texts: [FileFacts.Text], chunk: Int = .max) -> String {
      FactLines.text(FileFacts.slice(of: texts, cluster: "c", chunkBytes: chunk).slice)
    }
    let expected = lines(lists)
    #expect(lines(lists.reversed()) == expected)
    #expect(lines(lists, chunk: 37) == expected)
  }

  @Test("nodes of one hostname carry a short ID, and tasks are on the right one")
  func sameHostnames() {
    let nodes =
      #"[{"ID":"aaaaaaaaaaaa","Spec":{"Availability":"active"},"Description":{"Hostname":"win","Platform":{"OS":"windows"}}},"#
      + #"{"ID":"bbbbbbbbbbbb","Spec":{"Availability":"drain"},"Description":{"Hostname":"win"}}]"#
    let tasks =
      #"[{"ID":"t","ServiceID":"s","Slot":1,"NodeID":"bbbbbbbbbbbb","DesiredState":"running","Status":{"State":"running"},"#
      + #""Spec":{"ContainerSpec":{"Privileges":{"CredentialSpec":{"File":"a.json"}}}}}]"#
    let facts = slice(tasks, nodes).facts
    #expect(facts.hosts.map(\.id.name) == ["win (aaaaaaaa)", "win (bbbbbbbb)"])
    #expect(facts.hosts.map(\.closedBecause) == [nil, "drained"])
    #expect(facts.replicas.map(\.hostName) == ["win (bbbbbbbb)"])
  }

  /// A task of one slot: its name, when it was made, its state, its error, its node and the file that it names.
  private func task(
    _ id: String, _ hour: Int, _ state: String, error: String = "", node: String = "a",
    file: String = "a.json"
  ) -> String {
    #"{"ID":"\#(id)","CreatedAt":"2026-01-01T0\#(hour):00:00Z","ServiceID":"s","Slot":1,"NodeID":"\#(node)","#
      + #""DesiredState":"ready","Status":{"State":"\#(state)","Err":"\#(error)"},"#
      + #""Spec":{"ContainerSpec":{"Privileges":{"CredentialSpec":{"File":"\#(file)"}}}}}"#
  }

  /// The replicas' states by name, whichever way round the tasks are listed.
  private func states(_ tasks: String...) -> [String: ReplicaState] {
    func read(_ list: [String]) -> [String: ReplicaState] {
      let replicas = slice("[\(list.joined(separator: ","))]").facts.replicas
      return Dictionary(replicas.map { ($0.name, $0.state) }, uniquingKeysWith: { $1 })
    }
    #expect(read(tasks) == read(tasks.reversed()))
    return read(tasks)
  }

  @Test("the newest task of a slot fails, an older one has merely ended")
  func newestTaskFails() {
    let found = states(task("old", 1, "failed", error: "boom"), task("new", 2, "rejected", error: "boom"))
    #expect(found == ["old": .finished, "new": .failing])
  }

  @Test("a slot that waits for its next try fails, and counts once")
  func waitsForNextTry() {
    let failed = task("failed", 1, "failed", error: "boom")
    #expect(states(failed, task("next", 2, "ready")) == ["failed": .failing])
    #expect(states(failed, task("next", 2, "running")) == ["failed": .finished, "next": .running])
  }

  @Test("the next try at another host is there while the failure before it stands")
  func nextTryElsewhere() {
    let found = states(task("failed", 1, "failed", error: "boom"), task("next", 2, "preparing", node: "b"))
    #expect(found == ["failed": .failing, "next": .starting])
  }

  @Test("what failed before an update or before the scheduler's words is over")
  func failureBeforeAnUpdate() {
    let failed = task("failed", 1, "failed", error: "boom")
    #expect(
      states(failed, task("next", 2, "ready", file: "b.json")) == ["failed": .finished, "next": .starting])
    #expect(
      states(failed, task("next", 2, "pending", error: "no suitable node", node: ""))
        == ["failed": .finished, "next": .starting])
  }

  @Test("a config that only another file lists gives its name and contents to services and tasks")
  func configsAcrossFiles() throws {
    let swarm = Recorded.swarm().facts
    let configs = Recorded.text("swarm/configs.json")
    let services = Recorded.text("swarm/services.json")
    let without = FileFacts.slice(of: [services, Recorded.text("swarm/tasks.json")]).slice.facts
    #expect(without.credentialSpecs.isEmpty)
    #expect(without.replicas.allSatisfy { $0.handed.allSatisfy { $0.contents == .notVisible } })
    // The frozen name stands in for the list's.
    let references = { (facts: Facts) in
      Set(facts.services.flatMap(\.template.references).map(\.credentialSpec.name))
    }
    #expect(references(without) == references(swarm))
    #expect(!FileFacts.slice(of: [configs]).slice.facts.credentialSpecs.isEmpty)
  }

  @Test("an empty array tells of nothing, an empty typed list that there is none")
  func emptyLists() {
    #expect(slice("[]").facts.coverage.isEmpty)
    let typed = slice(#"{"kind":"PodList","apiVersion":"v1","items":[]}"#).facts.coverage
    #expect(typed == [CoverageEntry(cluster: "kubernetes", kind: .replicas, coverage: .everything)])
    #expect(slice(#"{"kind":"List","apiVersion":"v1","items":[]}"#).facts.coverage.isEmpty)
  }
}
