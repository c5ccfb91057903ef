// Recorded clusters: a healthy one has no findings, one with a seeded fault has those that its record expects, and no
// other.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("Rules on recorded clusters")
struct RecordedScenarioTests {
  private func picture(_ scenario: String) -> Picture {
    Picture(of: Snapshot(merging: [Recorded.slice(scenario: scenario)]))
  }

  @Test("a seeded fault is found, and nothing else", arguments: Recorded.scenarios)
  func seeded(scenario: String) throws {
    let expectations = try Expectation.all(of: scenario)
    let found = Set(picture(scenario).findings.map { "\($0.card.id) \(subject($0.subject, scenario))" })
    let known = Set(RuleCatalogue.all.map { $0.card.id })
    let required = expectations.filter { $0.may != true && known.contains($0.id) }.map(\.text)
    #expect(Set(required).subtracting(found).isEmpty, "found \(found.sorted())")
    let beside = found.filter { line in !expectations.contains { $0.allows(line) } }
    #expect(beside.sorted() == [])
  }

  /// A feed is called by the kind of its cluster in the records, by the scenario here.
  private func subject(_ subject: FindingSubject, _ scenario: String) -> String {
    subject.text == "feed \(scenario)" ? "feed kubernetes" : subject.text
  }

  @Test("the term that refuses the only host of the pool is named")
  func namesTheTaint() {
    let tainted = picture("no-suitable-host").findings.first { $0.subject.text.hasSuffix("tainted") }
    #expect(tainted?.message.contains("only taint os=windows:NoSchedule keeps it off win-c1") == true)
  }

  @Test(
    "what follows from a cause stands under it",
    arguments: [
      ("webhook-absent", "GMSA205", ["GMSA203"]), ("namespace-excluded", "GMSA207", ["GMSA203"]),
    ])
  func causes(scenario: String, lead: String, consequences: [String]) {
    let causes = picture(scenario).causes
    #expect(causes.map { $0.lead.card.id } == [lead])
    #expect(causes.first?.consequences.map { $0.card.id } == consequences)
  }

  @Test("findings of recorded clusters say what they always said")
  func text() {
    let text = Recorded.scenarios.map { scenario in
      let picture = picture(scenario)
      let lines = picture.causes.map { cause in
        cause.equals.map { "  \($0.line)\n" }.joined()
          + cause.consequences.map { "    follows: \($0.line)\n" }.joined()
      }
      return "\(scenario)\n" + lines.joined()
    }.joined()
    Golden(folder: "../Rules").expect(text, named: "recorded.txt")
  }
}

/// What a scenario's record expects. Format: the recordings' README.
private struct Expectation: Decodable {
  var id: String
  var subject: [String: String]
  /// Firing is right, and so is silence.
  var may: Bool?

  var text: String { "\(id) \(subject.map { "\($0.key) \($0.value)" }.first ?? "")" }

  /// Whether a finding is what the record speaks of: some check of contents is as good as another.
  func allows(_ line: String) -> Bool {
    if line == text { return true }
    return id == "GMSA501" && line.hasPrefix("GMSA5") && line.dropFirst(7) == text.dropFirst(7)
  }

  static func all(of scenario: String) throws -> [Expectation] {
    let text = Recorded.text("kubernetes/\(scenario)/expect.json")
    return try JSONDecoder().decode([Expectation].self, from: Data(text.bytes))
  }
}
