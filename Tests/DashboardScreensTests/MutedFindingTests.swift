// Mutes on the screen: counted where findings are counted, read below them, over at midnight.

import DashboardModel
import DashboardScreens
import DashboardTesting
import Testing

@Suite("Muted findings on the screen")
struct MutedFindingTests {
  private static let today = CalendarDay(Journey.now)

  private func journey(until day: CalendarDay = today) throws -> (Journey, count: Int) {
    let card = try #require(Picture.sample.findings.first).card
    let mute = Mute(rule: card.id, reason: "known", until: day)
    let picture = Picture.sample.muted(by: Muting([mute], on: Self.today))
    return (try Journey(picture), picture.mutedFindings.count)
  }

  @Test("the findings screen counts what is muted and lists it with its reason")
  func findingsScreen() throws {
    var (journey, count) = try journey()
    journey.press("f")
    #expect(journey.lines.contains { $0.contains("Findings: ") && $0.contains("\(count) muted") })
    journey.press("G")
    #expect(journey.lines.contains { $0.contains("muted until \(Self.today.text): known") })
  }

  @Test("the findings below the matrix count what is muted")
  func peek() throws {
    let (journey, count) = try journey()
    #expect(journey.lines.contains { $0.contains("findings: ") && $0.contains("\(count) muted") })
  }

  @Test(
    "a mute ends at midnight without new facts, also in a picture that is held still",
    arguments: ["f", "p f"])
  func midnight(keys: String) throws {
    var (journey, _) = try journey()
    journey.press(keys)
    journey.act(.timePassed(Journey.now.advanced(by: .seconds(86_400))))
    #expect(journey.state.picture?.findings.count == Picture.sample.findings.count)
    #expect(journey.lines.contains { $0.contains("1 mute has expired") })
    #expect(!journey.lines.contains { $0.contains("muted until") })
  }
}
