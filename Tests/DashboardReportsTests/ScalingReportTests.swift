// The report on scaling in each format: as files that a person can read, and held to schema, markup and CSV.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardReports

@Suite("The report on scaling")
struct ScalingReportTests {
  private static let golden = Golden(folder: "GoldenScaling")

  static func report(
    _ picture: Picture = .sample, only: ReportOptions.Scope = .problems, isASCII: Bool = false,
    growth: ScalingGrowth = .hostsAlone
  ) -> ScalingReport {
    ScalingReport(
      picture, growth: growth, options: ReportOptions(only: only, isASCII: isASCII, now: .sampleNow))
  }

  private func text(_ format: String, _ report: ScalingReport) throws -> String {
    var text = ""
    try #require(ReportFormat.named(format)).write(report, to: &text)
    return text
  }

  private static let files: [(name: String, format: String, isASCII: Bool, growth: ScalingGrowth)] =
    ReportFormat.all.map { ("sample.\($0.fileEnding)", $0.name, false, .hostsAlone) } + [
      ("sample.ascii.txt", "text", true, .wholeFleet), ("sample.fleet.html", "html", false, .wholeFleet),
    ]

  @Test("the report of the sample reads as recorded")
  func reads() throws {
    for file in Self.files {
      let report = Self.report(isASCII: file.isASCII, growth: file.growth)
      Self.golden.expect(try text(file.format, report), named: file.name)
    }
    #expect(Self.golden.orphans(asked: Self.files.map(\.name)) == [])
  }

  @Test("the JSON is what the schema tells, also of hostile names and of nothing", arguments: 0..<10)
  func schema(seed: Int) throws {
    let check = try SchemaCheck(format: "scaling")
    for picture in [HostilePicture(seed: seed).picture, .sample, Fleet().picture] {
      for growth in ScalingGrowth.allCases {
        try check.expectValid(Data(text("json", Self.report(picture, only: .all, growth: growth)).utf8))
      }
    }
  }

  @Test("sums of the JSON are the sums of its parts")
  func sums() throws {
    let document = Data(try text("json", Self.report(only: .all)).utf8)
    let report = try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
    let rows = try #require(report["credspecs"] as? [[String: Any]])
    let total = try #require(report["total"] as? [String: Any])
    for name in ["byHand", "needed", "present", "surplus", "pairs", "unverified"] {
      #expect(rows.compactMap { $0[name] as? Int }.reduce(0, +) == total[name] as? Int)
    }
  }

  @Test("nothing steers a terminal or becomes markup in any format", arguments: 0..<10)
  func hostile(seed: Int) throws {
    let report = Self.report(HostilePicture(seed: seed).picture, only: .all)
    for format in ReportFormat.all {
      let text = try text(format.name, report)
      let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" && $0 != "\r" }
      #expect(controls.isEmpty, "\(format.name)")
    }
    let html = try text("html", report)
    let tags = MarkupScanner(html)
    #expect(tags.trouble == nil)
    #expect(tags.names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "a"]))
    #expect(tags.names.isSuperset(of: ["svg", "title", "desc", "polyline"]))
  }

  @Test("the chart of the page is an image with a title and a description that tell what it shows")
  func accessible() throws {
    let html = try text("html", Self.report())
    #expect(html.contains("role=\"img\" aria-labelledby=\"scaling-chart-title scaling-chart-desc\""))
    #expect(html.contains("<title id=\"scaling-chart-title\">Copies of credspecs over the number of hosts"))
    #expect(html.contains(", today,"))
    #expect(html.contains("<th scope=\"col\">by hand</th>"))
  }

  @Test("CSV has as many fields as its header in every line")
  func csv() throws {
    let text = try text("csv", Self.report(only: .all))
    let lines = text.split(separator: "\r\n")
    #expect(lines.count == Picture.sample.count(.credentialSpec) + 1)
    #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 18 })
  }
}
