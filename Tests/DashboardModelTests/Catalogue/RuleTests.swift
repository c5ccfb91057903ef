// One loop over all rules and all examples: the folder is the list.

import DashboardModel
import DashboardTesting
import Testing

@Suite("The rules")
struct RuleTests {
  @Test("a rule fires on what it is for and is silent on what only looks alike", arguments: RuleCase.all)
  func example(_ example: RuleCase) {
    let slice = example.slice
    #expect(slice.unreadable.isEmpty)
    let found = Picture(of: Snapshot(merging: [slice])).findings.filter { $0.card.id == example.rule }
    #expect(found.isEmpty == !example.fires, "\(found.map(\.line))")
  }

  @Test("examples say what they always said")
  func expectedText() {
    let text = RuleCase.all.map { example in
      let lines = example.picture.findings.map { finding in
        "  \(finding.line)\n    \(finding.nextStep.place): \(finding.nextStep.text)\n"
      }
      return "\(example.testDescription)\n" + lines.joined()
    }.joined()
    Golden(folder: "../Rules").expect(text, named: "expected.txt")
  }

  @Test(
    "every rule has an example that fires and one that is silent",
    arguments: RuleCatalogue.all.map { $0.card.id })
  func hasExamples(id: String) {
    let own = RuleCase.all.filter { $0.rule == id }
    #expect(own.contains { $0.fires })
    #expect(own.contains { $0.name.hasPrefix("silent.") })
    #expect(own.allSatisfy { $0.fires || $0.name.hasPrefix("silent.") })
  }

  @Test("no example belongs to a rule that does not exist")
  func noOrphans() {
    let known = Set(RuleCatalogue.all.map { $0.card.id })
    #expect(Set(RuleCase.all.map(\.rule)).subtracting(known).isEmpty)
  }

  @Test("ids are unique, in order, and never used again")
  func identifiers() {
    let ids = RuleCatalogue.all.map { $0.card.id }
    #expect(ids == Set(ids).sorted())
    #expect(Set(ids).isDisjoint(with: RuleCatalogue.retired))
    #expect(Set(RuleCatalogue.all.map { $0.card.name }).count == ids.count)
  }

  @Test("a finding is one line, with a command of one line and little evidence", arguments: RuleCase.all)
  func nextStep(_ example: RuleCase) {
    for finding in example.picture.findings {
      #expect(!finding.nextStep.text.isEmpty && !finding.nextStep.text.contains("\n"))
      #expect(!finding.message.isEmpty && !finding.message.contains("\n"))
      #expect(finding.evidence(in: example.picture).count <= 12)
    }
  }
}
