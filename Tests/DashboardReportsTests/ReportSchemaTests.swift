// Holds the JSON report and its published schema together.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@testable import DashboardReports

@Suite struct ReportSchemaTests {
  @Test("the report of the sample is what the schema tells", arguments: Face.allCases)
  func sample(face: Face) throws {
    for only in ReportOptions.Scope.allCases {
      try expectValid(.sample, ReportOptions(face: face, only: only, now: .sampleNow))
    }
  }

  @Test("a report of hostile names is what the schema tells, with the names whole", arguments: 0..<20)
  func hostile(seed: Int) throws {
    let picture = HostilePicture(seed: seed).picture
    let report = try expectValid(picture, ReportOptions(only: .all, now: .sampleNow))
    let columns = report["columns"] as? [[String: Any]] ?? []
    let hosts = picture.snapshot.structure.hosts.map(\.id.name)
    #expect(columns.count == hosts.count)
    for (column, host) in zip(columns, hosts) {
      #expect((column["name"] as? String)?.unicodeScalars.elementsEqual(host.unicodeScalars) ?? false)
    }
  }

  @Test("the schema refuses what a report must not be")
  func refuses() throws {
    let schema = try SchemaCheck(format: "report")
    #expect(try !schema.problems(in: Data(#"{"format": "gmsa-tui-report", "version": 2}"#.utf8)).isEmpty)
    #expect(try !schema.problems(in: Data(#"{"surprise": 1}"#.utf8)).isEmpty)
  }

  @Test("the schema knows every state but the one that reports leave out")
  func states() throws {
    let text = try String(contentsOf: RepositoryFiles.url("docs/formats/report.schema.json"), encoding: .utf8)
    for state in CellState.allCases where state != .blank { #expect(text.contains("\"\(state.word)\"")) }
  }

  @discardableResult
  private func expectValid(_ picture: Picture, _ options: ReportOptions) throws -> [String: Any] {
    let format = try #require(ReportFormat.named("json"))
    let document = Data(format.render(picture, options: options).utf8)
    try SchemaCheck(format: "report").expectValid(document)
    return try #require(try JSONSerialization.jsonObject(with: document) as? [String: Any])
  }
}
