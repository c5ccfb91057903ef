// What a feed remembers of its last changes leads every reader to the newest slice, or says that it does not.

import DashboardModel
import Testing

@Suite("The recent changes of a feed")
struct RecentChangesTests {
  private func change(_ name: String) -> ReplicaChange {
    .removed(cluster: "c", namespace: "n", name: name, owner: nil)
  }

  @Test("give a reader of an older slice what came after it, in order")
  func after() {
    var recent = RecentChanges()
    recent.restart(at: 4)
    recent.add([change("a"), change("b")], revision: 5)
    recent.add([change("c")], revision: 6)
    #expect(recent.since(4) == [change("a"), change("b"), change("c")])
    #expect(recent.since(5) == [change("c")])
    #expect(recent.since(6) == [])
  }

  @Test("say nothing to a reader from before other facts changed")
  func other() {
    var recent = RecentChanges()
    #expect(recent.since(0) == nil)
    recent.add([change("a")], revision: 1)
    #expect(recent.since(0) == [change("a")])
    recent.restart(at: 2)
    #expect(recent.since(1) == nil)
    #expect(recent.since(2) == [])
  }

  @Test("do not grow without end: who is too far behind is told to read everything")
  func bounded() {
    var recent = RecentChanges()
    recent.restart(at: 0)
    for revision in 1...300 {
      recent.add((0..<100).map { change("\(revision)-\($0)") }, revision: revision)
    }
    #expect(recent.since(0) == nil)
    #expect(recent.since(99) == nil)
    #expect(recent.since(100)?.count == 20_000)
    #expect(recent.since(299)?.count == 100)
  }
}
