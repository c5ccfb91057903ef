// Reports of a picture with mutes: what is hidden is counted and can be read.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardReports

@Suite("Muted findings in reports")
struct MutedFindingTests {
  private let today = CalendarDay(.sampleNow)

  private func picture(until: String) throws -> Picture {
    let card = try #require(Picture.sample.findings.first).card
    let mute = Mute(rule: card.id, reason: "known & <accepted>", until: try #require(CalendarDay(until)))
    return Picture.sample.muted(by: Muting([mute], on: today))
  }

  private func render(_ name: String, _ picture: Picture) throws -> String {
    try #require(ReportFormat.named(name)).render(picture, options: ReportOptions(now: .sampleNow))
  }

  @Test(
    "what is muted is counted and told with its reason and its last day",
    arguments: [
      ("text", "known & <accepted>"), ("markdown", "known &amp; &lt;accepted&gt;"),
      ("html", "known &amp; &lt;accepted&gt;"),
    ])
  func countsMuted(format: String, reason: String) throws {
    let picture = try picture(until: "9999-12-31")
    let count = picture.mutedFindings.count
    #expect(count > 0 && picture.findings.count + count == Picture.sample.findings.count)
    let report = try render(format, picture).split { $0.isWhitespace }.joined(separator: " ")
    #expect(report.contains("\(count) muted"))
    #expect(report.contains("muted until 9999-12-31: \(reason)"))
  }

  @Test("a program reads muted findings apart from the others")
  func json() throws {
    let picture = try picture(until: "9999-12-31")
    let document = Data(try render("json", picture).utf8)
    try SchemaCheck(format: "report").expectValid(document)
    let report = try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
    let muted = try #require(report["muted"] as? [[String: Any]])
    #expect(muted.count == picture.mutedFindings.count)
    #expect(muted.allSatisfy { $0["reason"] as? String == "known & <accepted>" })
    #expect((report["findings"] as? [Any])?.count == picture.findings.count)
  }

  @Test("a mute that is over hides nothing and is told", arguments: ["text", "markdown", "html"])
  func tellsExpired(format: String) throws {
    let report = try render(format, try picture(until: "2001-01-01"))
    #expect(report.contains("1 mute has expired"))
    #expect(!report.contains("muted until"))
  }
}
