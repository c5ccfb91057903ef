// The report of the sample in each format and of each face, as files that a person can read.

import DashboardModel
import DashboardReports
import DashboardTesting
import Testing

@Suite struct GoldenReportTests {
  private static let golden = Golden()

  /// A report whose expected text is a file.
  struct Case: Sendable, CustomTestStringConvertible {
    let format: ReportFormat
    let face: Face
    var only = ReportOptions.Scope.problems
    var isASCII = false

    var file: String {
      let character = isASCII ? ".ascii" : ""
      return "\(format.name)/face\(face.rawValue).\(only.rawValue)\(character).\(format.fileEnding)"
    }
    var testDescription: String { file }

    /// Every format and face, and of each format one that shows all and one in ASCII.
    static var all: [Case] {
      ReportFormat.all.flatMap { format in
        Face.allCases.map { Case(format: format, face: $0) } + [
          Case(format: format, face: .credentialSpecByHost, only: .all),
          Case(format: format, face: .serviceByCredentialSpec, only: .all, isASCII: true),
        ]
      }
    }
  }

  @Test("the report of the sample reads as recorded", arguments: Case.all)
  func reads(report: Case) {
    let options = ReportOptions(
      face: report.face, only: report.only, isASCII: report.isASCII, now: .sampleNow)
    Self.golden.expect(report.format.render(.sample, options: options), named: report.file)
  }

  @Test("every golden report is asked for")
  func orphans() {
    let checks = CheckFormat.all.map { "check/sample.\($0.name)" }
    let diffs = DiffFormat.all.map { "diff/demo.\($0.name)" }
    #expect(Self.golden.orphans(asked: Case.all.map(\.file) + checks + diffs) == [])
  }
}
