// A diff in each format, as files that a person can read, and what its verdict is.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardReports

@Suite("A written diff")
struct DiffTests {
  /// The demo of a seed, some simulated minutes apart.
  private static func demo(steps: Int) -> Picture {
    var cluster = SimulatedCluster(options: DemoOptions(seed: 1), start: .sampleNow)
    for _ in 0..<steps { _ = cluster.tick() }
    return Picture(
      of: Snapshot(merging: [
        FeedSlice(feed: "demo", status: .live, observedAt: cluster.now, facts: cluster.facts)
      ]))
  }

  private static func report(
    _ before: Picture, _ after: Picture, isReadInPart: Bool = false
  ) -> DiffReport {
    DiffReport(
      SnapshotDiff(from: before, to: after), beforeName: "monday.json", afterName: "tuesday.json",
      isReadInPart: isReadInPart, now: .sampleNow)
  }

  private static func text(_ report: DiffReport, _ format: String) -> String {
    var text = ""
    DiffFormat.named(format)?.write(report, to: &text)
    return text
  }

  @Test("of the demo and twenty minutes later reads as recorded", arguments: DiffFormat.all.map(\.name))
  func reads(format: String) {
    let report = Self.report(Self.demo(steps: 0), Self.demo(steps: 240))
    Golden().expect(Self.text(report, format), named: "diff/demo.\(format)")
  }

  @Test("as JSON is what its schema tells, also of hostile names", arguments: 0..<10)
  func schema(seed: Int) throws {
    let schema = try SchemaCheck(format: "diff")
    let hostile = HostilePicture(seed: seed).picture
    for report in [
      Self.report(.sample, .sample), Self.report(.sample, hostile), Self.report(hostile, .sample),
      Self.report(Self.demo(steps: 0), Self.demo(steps: 60)),
    ] {
      try schema.expectValid(Data(Self.text(report, "json").utf8))
    }
  }

  @Test("ends with 1 where something differs, 0 where nothing does, 5 where not all could be read")
  func exitCodes() {
    #expect(Self.report(.sample, .sample).exitCode == 0)
    #expect(Self.report(.sample, .sample, isReadInPart: true).exitCode == 5)
    #expect(Self.report(.sample, Picture(of: Snapshot(merging: []))).exitCode == 1)
    #expect(Self.report(.sample, Picture(of: Snapshot(merging: [])), isReadInPart: true).exitCode == 1)
  }
}
