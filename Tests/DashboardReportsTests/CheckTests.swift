// The check of the sample in each format, as files that a person can read, and what its verdict is.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardReports

@Suite("A check")
struct CheckTests {
  private static func check(
    _ picture: Picture = .sample, failOn: Severity = .warning, isReadInPart: Bool = false,
    isASCII: Bool = false
  ) -> CheckResult {
    CheckResult(picture, failOn: failOn, isReadInPart: isReadInPart, isASCII: isASCII, now: .sampleNow)
  }

  private static func text(_ check: CheckResult, _ format: String) -> String {
    var text = ""
    CheckFormat.named(format)?.write(check, to: &text)
    return text
  }

  @Test("of the sample reads as recorded", arguments: CheckFormat.all.map(\.name))
  func reads(format: String) {
    Golden().expect(Self.text(Self.check(), format), named: "check/sample.\(format)")
  }

  @Test("as JSON is what its schema tells, also of hostile names", arguments: 0..<10)
  func schema(seed: Int) throws {
    let schema = try SchemaCheck(format: "check")
    try schema.expectValid(Data(Self.text(Self.check(), "json").utf8))
    try schema.expectValid(Data(Self.text(Self.check(HostilePicture(seed: seed).picture), "json").utf8))
  }

  @Test("as SARIF names a rule that exists for each result, and parses with hostile names", arguments: 0..<10)
  func sarif(seed: Int) throws {
    for picture in [Picture.sample, HostilePicture(seed: seed).picture] {
      let text = Self.text(Self.check(picture), "sarif")
      let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(root["version"] as? String == "2.1.0")
      let run = try #require((root["runs"] as? [[String: Any]])?.first)
      let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
      let rules = (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
      #expect(rules == RuleCatalogue.all.map { $0.card.id })
      for result in run["results"] as? [[String: Any]] ?? [] {
        let place = try #require(result["ruleIndex"] as? Int)
        #expect(rules[place] == result["ruleId"] as? String)
        #expect(["error", "warning", "note"].contains(result["level"] as? String))
      }
    }
  }

  @Test("as JUnit is XML whose counts are those of its cases", arguments: 0..<10)
  func junit(seed: Int) throws {
    for picture in [Picture.sample, HostilePicture(seed: seed).picture] {
      let check = Self.check(picture)
      let text = Self.text(check, "junit")
      let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      #expect(text.hasPrefix(declaration))
      #expect(MarkupScanner(String(text.dropFirst(declaration.count))).trouble == nil)
      #expect(text.split(separator: "<testcase ").count - 1 >= picture.findings.count)
      #expect(text.split(separator: "<failure ").count - 1 == check.countingFindings)
    }
  }

  @Test("fails for findings as bad as was asked for, and for no milder ones")
  func failsOn() {
    #expect(Self.check(failOn: .critical).verdict == .problems)
    #expect(Self.check(failOn: .critical).countingFindings < Self.check(failOn: .notice).countingFindings)
    #expect(CheckResult.Verdict.problems.exitCode == 1)
  }

  @Test("that found nothing is fine only where everything could be judged")
  func partial() {
    let picture = Picture(of: Snapshot(merging: []))
    #expect(Self.check(picture).verdict == .fine)
    #expect(Self.check(picture, isReadInPart: true).verdict == .partial)
    #expect(CheckResult.Verdict.partial.exitCode == 5)
  }

  @Test("that watches tells what is new and what is gone, once")
  func watches() {
    var watched = WatchedFindings()
    let first = watched.lines(of: .sample, at: .sampleNow)
    #expect(first.allSatisfy { $0.contains(" + ") } && !first.isEmpty)
    #expect(watched.lines(of: .sample, at: .sampleNow).isEmpty)
    let last = watched.lines(of: Picture(of: Snapshot(merging: [])), at: .sampleNow)
    #expect(last.count == first.count)
    #expect(last.allSatisfy { $0.contains(" - ") })
  }

  @Test("that watches says in words that there is nothing")
  func watchesNothing() {
    var watched = WatchedFindings()
    #expect(watched.lines(of: Picture(of: Snapshot(merging: [])), at: .sampleNow).count == 1)
  }
}
