// Every recorded list is read, and says what its golden file says.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("recorded lists")
struct RecordedListTests {
  @Test("every list of a scenario is read with nothing unreadable", arguments: Recorded.scenarios)
  func readsScenario(_ scenario: String) {
    let (slice, faults) = FileFacts.slice(of: Recorded.lists(scenario: scenario), cluster: "recorded")
    #expect(faults.isEmpty)
    #expect(slice.unreadable.isEmpty)
    Golden().expect(FactLines.text(slice), named: "kubernetes/\(scenario).txt")
  }

  @Test("the recorded swarm's lists say what its golden file says")
  func readsSwarm() {
    Golden().expect(FactLines.text(Recorded.swarm()), named: "swarm.txt")
  }

  @Test("kubectl's mixed List gives the same facts as JSON and as YAML")
  func yamlEqualsJSON() {
    for name in ["kubectl-mixed", "kubectl-pods"] {
      let json = FileFacts.slice(of: [Recorded.text("kubernetes/kubectl/\(name).json")])
      let yaml = FileFacts.slice(of: [Recorded.text("kubernetes/kubectl/\(name).yaml")])
      #expect(json.faults.isEmpty && yaml.faults.isEmpty)
      #expect(json.slice.facts == yaml.slice.facts)
      #expect(!json.slice.facts.replicas.isEmpty || !json.slice.facts.hosts.isEmpty)
      #expect(yaml.slice.unreadable.isEmpty)
    }
  }

  @Test("a server-side table is refused with the option that helps")
  func refusesTable() throws {
    let faults = FileFacts.slice(of: [Recorded.text("kubernetes/kubectl/pods-table.http")]).faults
    let fault = try #require(faults.first)
    guard case .tableOutput = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(fault.text.contains("-o json"))
  }

  @Test("a refusal that was saved instead of data is shown in the server's words")
  func showsRefusals() throws {
    for path in [
      "kubernetes/kubectl/err-nobody-403-pods.http", "swarm/err-worker-503.http", "swarm/noquorum-tasks.json",
    ] {
      let fault = try #require(FileFacts.slice(of: [Recorded.text(path)]).faults.first)
      guard case .refusal(_, let message) = fault else {
        Issue.record("\(path): \(fault)")
        continue
      }
      #expect(!message.isEmpty)
    }
  }

  @Test("one page of a list covers nothing, since the rest is elsewhere")
  func pageCoversNothing() {
    let slice = FileFacts.slice(of: [Recorded.text("kubernetes/kubectl/page1.http")]).slice
    let coverage = slice.facts.coverage.filter { $0.kind == .replicas }.map(\.coverage)
    #expect(coverage == [.nothing(reason: "the list is one page of several")])
  }

  @Test("networks and secrets of a swarm are passed over")
  func ignoresOtherSwarmObjects() {
    for name in ["networks", "secrets"] {
      let slice = FileFacts.slice(of: [Recorded.text("swarm/\(name).json")]).slice
      #expect(slice.facts == Facts())
      #expect(slice.unreadable.isEmpty)
    }
  }
}
