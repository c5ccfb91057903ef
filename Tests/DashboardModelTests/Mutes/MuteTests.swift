// What a mute hides, until when, and what it never touches.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Mutes")
struct MuteTests {
  private let day = CalendarDay("2026-11-24") ?? CalendarDay(Timestamp(milliseconds: 0))

  /// A file that no host has: GMSA201 on the service, and GMSA102 that follows from it.
  private var picture: Picture {
    var fleet = Fleet()
    for name in ["win-1", "win-2"] {
      fleet.host(name)
      fleet.inventory(name, [])
    }
    fleet.service("web", uses: [Fleet.id(.hostFile, "web.json")])
    return fleet.picture
  }

  private func mute(
    _ rule: String, subject: String? = nil, cluster: String? = nil, until: String = "2026-12-31"
  ) -> Mute {
    Mute(
      rule: rule, subject: subject.map(MutePattern.init), cluster: cluster.map(MutePattern.init),
      reason: "known", until: CalendarDay(until) ?? day)
  }

  private func ids(_ findings: [Finding]) -> [String] { findings.map { $0.card.id } }

  @Test("a mute hides the findings of its rule, by id or by name, and they are counted")
  func byRule() {
    for rule in ["GMSA201", "dangling-reference"] {
      let muted = picture.muted(by: Muting([mute(rule)], on: day))
      #expect(ids(muted.findings) == ["GMSA102"])
      #expect(ids(muted.mutedFindings.map(\.finding)) == ["GMSA201"])
      #expect(muted.muteNotes == ["1 muted"])
    }
  }

  @Test("cells and figures know nothing of mutes")
  func hidesNoFact() {
    let muted = picture.muted(by: Muting([mute("GMSA201"), mute("GMSA102")], on: day))
    #expect(muted.findings.isEmpty && muted.causes.isEmpty)
    #expect(muted.figures == picture.figures)
    #expect(muted.credentialSpecByHost.rowCounts == picture.credentialSpecByHost.rowCounts)
  }

  @Test("what a muted finding explained stands for itself")
  func causeAlone() {
    #expect(picture.causes.map { $0.equals.count } == [1])
    let muted = picture.muted(by: Muting([mute("GMSA201")], on: day))
    #expect(muted.causes.map { $0.lead.card.id } == ["GMSA102"])
  }

  @Test(
    "a subject is matched with or without its kind, a cluster by its name",
    arguments: [
      ("service web", nil, true), ("web", nil, true), ("we*", nil, true), ("service *", nil, true),
      ("credspec *", nil, false), ("Web", nil, false), ("web2", nil, false), (nil, "prod*", false),
      (nil, "*", true),
    ] as [(String?, String?, Bool)])
  func subjects(subject: String?, cluster: String?, isMuted: Bool) {
    let muting = Muting([mute("GMSA201", subject: subject, cluster: cluster)], on: day)
    #expect(picture.muted(by: muting).mutedFindings.isEmpty != isMuted)
  }

  @Test("a mute holds on its last day and no longer, and is told when it is over")
  func expiry() throws {
    let last = mute("GMSA201", until: "2026-11-24")
    #expect(picture.muted(by: Muting([last], on: day)).mutedFindings.count == 1)
    let next = try #require(CalendarDay("2026-11-25"))
    let over = picture.muted(by: Muting([last], on: day)).muted(by: Muting([last], on: day).on(next))
    #expect(ids(over.findings) == ids(picture.findings))
    #expect(over.muteNotes == ["1 mute has expired"])
  }

  @Test(
    "days are those of the calendar",
    arguments: [
      ("2024-02-29", true), ("2026-02-29", false), ("2026-13-01", false), ("2026-00-10", false),
      ("2026-1-01", false), ("2026-11-24T00:00:00Z", false), ("0000-00-00", false), ("9999-12-31", true),
      ("٢٠٢٦-١١-٢٤", false), ("", false),
    ])
  func days(text: String, isDay: Bool) {
    #expect((CalendarDay(text) != nil) == isDay)
    #expect(CalendarDay(text)?.text ?? text == text)
  }

  @Test("a moment lies on its day in UTC, also before 1970")
  func dayOfMoment() {
    for text in ["2026-11-24T00:00:00Z", "2026-11-24T23:59:59Z", "1969-12-31T23:59:59Z"] {
      #expect(Timestamp(text).map { CalendarDay($0).text } == String(text.prefix(10)))
    }
  }

  @Test(
    "a star stands for anything, also for nothing",
    arguments: [
      ("*", "", true), ("a*", "a", true), ("*a", "bca", true), ("a*c", "abcbc", true),
      ("a*c", "abcb", false), ("", "a", false), ("", "", true), ("**", "ab", true),
      ("a**b", "ab", true), ("ä*", "ärger", true), ("*.json", "web.json", true),
    ])
  func patterns(pattern: String, name: String, isMatch: Bool) {
    #expect(MutePattern(pattern).matches(name) == isMatch)
  }

  @Test("a pattern of stars costs no more than its length times the name's")
  func hostilePattern() {
    let pattern = MutePattern(String(repeating: "a*", count: 200) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2_000)))
  }
}
