// Journeys over the scaling screen: what keys and typed lines do to it.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The scaling screen")
struct ScalingJourneyTests {
  private func selected(_ journey: Journey) -> String {
    guard let page = journey.state.pages.last, page.page.lines.indices.contains(page.line) else { return "" }
    return page.page.lines[page.line].text
  }

  @Test("c opens it on any source, q leads back, and the title tells the story")
  func opens() throws {
    var journey = try Journey()
    journey.press("c")
    #expect(journey.state.screen == .scaling)
    let scaling = Scaling(of: .sample)
    #expect(journey.lines[1].contains(scaling.headline))
    journey.press("q")
    #expect(journey.state.screen == .matrix)
  }

  @Test("before the first facts it says that nothing was read")
  func beforeFacts() throws {
    var journey = try Journey(nil)
    journey.press("c")
    #expect(journey.state.notice == "scaling: nothing was read yet")
  }

  @Test("the figures on the screen are those of the model")
  func figures() throws {
    var journey = try Journey()
    journey.press("c")
    let scaling = Scaling(of: .sample)
    let text = journey.lines.joined(separator: "\n")
    #expect(text.contains("by hand") && text.contains("\(scaling.total.byHand) "))
    for way in DeliveryWay.allCases { #expect(text.contains(way.words)) }
    if scaling.unverifiedHosts > 0 { #expect(text.contains("nobody has told what lies there")) }
  }

  @Test("plus and minus step the selected assumption, and the forecast follows")
  func steps() throws {
    var journey = try Journey()
    journey.press("c")
    #expect(selected(journey).hasPrefix("copies by hand are put"))
    journey.press("j j j j")
    #expect(selected(journey).hasPrefix("chance that one copy is forgotten"))
    let before = try #require(journey.state.scaling.upkeep)
    journey.press("+")
    #expect(journey.state.notice == "forgotten is 5%")
    #expect(journey.state.scaling.assumptions.forgotten == 0.05)
    let after = try #require(journey.state.scaling.upkeep)
    #expect(after.forecast.missing(day: 90) > before.forecast.missing(day: 90))
    journey.press("- -")
    #expect(journey.state.scaling.assumptions.forgotten == 0.02)
    #expect(selected(journey).contains("2%"))
  }

  @Test("the policy steps between its two words")
  func policy() throws {
    var journey = try Journey()
    journey.press("c +")
    #expect(journey.state.scaling.assumptions.policy == .whereItRuns)
    journey.press("+")
    #expect(journey.state.notice?.contains("policy is as high as its steps go") == true)
    journey.press("-")
    #expect(journey.state.scaling.assumptions.policy == .everyHost)
  }

  @Test("an assumption can be typed, also from another screen; what is wrong is said with what is taken")
  func typed() throws {
    var journey = try Journey()
    journey.act(.commandNamed("assume forgotten=12.5%"))
    #expect(journey.state.scaling.assumptions.forgotten == 0.125)
    journey.act(.commandNamed("assume forgotten=200%"))
    #expect(journey.state.notice?.hasSuffix("takes 0% to 100%") == true)
    journey.act(.commandNamed("assume luck=1"))
    #expect(journey.state.notice?.contains("policy, moves, joins, changes, forgotten") == true)
    #expect(journey.state.scaling.assumptions.forgotten == 0.125)
  }

  @Test("Enter on an assumption opens the line to type it, with the value that it has")
  func enter() throws {
    var journey = try Journey()
    journey.press("c j enter")
    #expect(journey.state.prompt?.text == "assume moves=0.2")
    journey.press("backspace 5 enter")
    #expect(journey.state.scaling.assumptions.movesADay == 0.5)
  }

  @Test("x lets services grow with the hosts, and the chart's end rises")
  func growth() throws {
    var journey = try Journey()
    journey.press("c")
    let before = journey.lines
    journey.press("x")
    #expect(journey.state.scaling.growth == .wholeFleet)
    #expect(journey.lines[3] != before[3])
  }

  @Test("Enter on a credspec opens the object")
  func object() throws {
    var journey = try Journey()
    journey.press("c G enter")
    #expect(journey.state.screen == .object)
    journey.press("q")
    #expect(journey.state.screen == .scaling)
  }

  @Test("another picture is counted anew")
  func anotherPicture() throws {
    var journey = try Journey()
    journey.press("c")
    journey.act(.pictureArrived(Picture(of: Snapshot(merging: [.demo()]))))
    #expect(journey.state.scaling.scaling == Scaling(of: Picture(of: Snapshot(merging: [.demo()]))))
    #expect(journey.lines[1].contains(journey.state.scaling.scaling?.headline ?? "-"))
  }

  @Test(
    "the cursor is never on a part of the drawing",
    arguments: [(200, 60), (120, 36), (80, 24), (60, 16), (40, 10)])
  func cursor(columns: Int, rows: Int) throws {
    var journey = try Journey(columns: columns, rows: rows)
    journey.press("c")
    for key in Array(repeating: "j", count: 40) + ["g", "G", "pgup", "ctrl-d"] {
      journey.press(key)
      let page = try #require(journey.state.pages.last)
      #expect(page.page.lines[page.line].isSelectable)
    }
  }

  @Test(
    "every theme tells the two curves apart by more than colour: one is solid, the other dotted",
    arguments: BuiltInThemes.all.map(\.name))
  func themes(name: String) throws {
    var journey = try Journey(theme: name)
    journey.press("c")
    let text = journey.lines.joined(separator: "\n")
    #expect(text.contains("⠒⠒ by hand") && text.contains("⠂⠂ needed now"))
    #expect(text.contains("▪") && text.contains("today"))
  }

  @Test("the linear mode speaks the figures, the curve, the costs and the assumptions, and no dots")
  func linear() {
    var mode = LinearMode(now: Journey.now)
    _ = mode.take(.pictureArrived(.sample))
    _ = mode.take(line: "scaling")
    let lines = mode.take(line: "read all").lines
    let text = lines.joined(separator: "\n")
    #expect(text.contains("by hand \(Scaling(of: .sample).total.byHand)"))
    #expect(text.contains("hosts, today:"))
    #expect(text.contains("one more host"))
    #expect(text.contains("chance that one copy is forgotten: 3%"))
    #expect(!text.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) })
    #expect(mode.take(line: "assume forgotten=7%").lines.first == "forgotten is 7%")
  }
}
