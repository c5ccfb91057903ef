// Recorded clusters: a healthy one has no findings, one with a seeded fault has the finding that its record expects.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Rules on recorded clusters")
struct RecordedScenarioTests {
  private func subjects(_ scenario: String) -> [String] {
    Picture(of: Snapshot(merging: [Recorded.slice(scenario: scenario)])).findings
      .map { "\($0.card.id) \($0.subject.text)" }
  }

  @Test("a healthy cluster has no findings")
  func healthy() { #expect(subjects("base").isEmpty) }

  @Test(
    "a seeded fault is found, and nothing else",
    arguments: [
      ("dangling-reference", ["GMSA201 service shop/Deployment/billing"]),
      ("distributor-daemonset", ["GMSA105 service ops/DaemonSet/credspec-copy"]),
      ("may-land-on-linux", ["GMSA405 service shop/Deployment/anywhere"]),
      (
        "no-suitable-host",
        ["GMSA404 service shop/Deployment/pinned", "GMSA404 service shop/Deployment/tainted"]
      ),
    ])
  func seeded(scenario: String, expected: [String]) { #expect(subjects(scenario) == expected) }

  @Test("the term that refuses the only host of the pool is named")
  func namesTheTaint() {
    let picture = Picture(of: Snapshot(merging: [Recorded.slice(scenario: "no-suitable-host")]))
    let tainted = picture.findings.first { $0.subject.text.hasSuffix("tainted") }
    #expect(tainted?.message.contains("only taint os=windows:NoSchedule keeps it off win-c1") == true)
  }
}
