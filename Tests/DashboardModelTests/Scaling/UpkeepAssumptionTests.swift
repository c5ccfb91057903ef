// What can be assumed: names, units, steps and what is typed.

import DashboardModel
import Testing

@Suite("Assumptions of upkeep")
struct UpkeepAssumptionTests {
  @Test(
    "what is shown of an assumption is taken when it is typed", arguments: UpkeepAssumption.all.map(\.name))
  func textIsTaken(name: String) throws {
    let assumption = try #require(UpkeepAssumption.named(name))
    var assumptions = UpkeepAssumptions()
    for _ in 0..<30 {
      let typed = try #require(assumption.typed(assumption.text(assumptions), assumptions))
      #expect(assumption.text(typed) == assumption.text(assumptions))
      assumptions = assumption.stepped(true, assumptions)
    }
    #expect(assumption.text(assumption.stepped(true, assumptions)) == assumption.text(assumptions))
    for _ in 0..<40 { assumptions = assumption.stepped(false, assumptions) }
    #expect(assumption.text(assumptions) != assumption.text(assumption.stepped(true, assumptions)))
  }

  @Test("a step up and one down lead back", arguments: UpkeepAssumption.all.map(\.name))
  func steps(name: String) throws {
    let assumption = try #require(UpkeepAssumption.named(name))
    let up = assumption.stepped(true, UpkeepAssumptions())
    #expect(up != UpkeepAssumptions())
    #expect(assumption.stepped(false, up) == UpkeepAssumptions())
  }

  @Test("what is outside of a range, or no number, is not taken")
  func refused() {
    for text in [
      "forgotten=101%", "forgotten=-1", "forgotten=", "moves=many", "moves=1e400", "noticed=0", "policy=none",
      "unknown=1", "joins", "", "=", "moves=0.1.2", "days=0", "moves=٣",
    ] {
      #expect(TypedAssumption(text) == nil, "\(text)")
    }
  }

  @Test("a chance is typed as a share or in percent")
  func percent() {
    #expect(TypedAssumption("forgotten=5%").map { UpkeepAssumptions([$0]).forgotten } == 0.05)
    #expect(TypedAssumption("forgotten=0.05").map { UpkeepAssumptions([$0]).forgotten } == 0.05)
  }
}
