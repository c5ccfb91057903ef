// What names from outside may do to a report: nothing.

import DashboardModel
import DashboardReports
import DashboardTesting
import Testing

@Suite struct HostileNameTests {
  @Test("no name steers, hides or reorders what stands beside it, in any format", arguments: 0..<200)
  func nothingUnsafe(seed: Int) {
    let picture = HostilePicture(seed: seed).picture
    let face = Self.face(seed)
    for format in ReportFormat.all {
      let text = format.render(picture, options: ReportOptions(face: face, only: .all, now: .sampleNow))
      let unsafe = text.unicodeScalars.first { Self.steers($0, in: format) }
      #expect(unsafe == nil, "\(format.name), \(face.title)")
    }
  }

  @Test("an ASCII report is ASCII whatever the names are", arguments: 0..<200)
  func ascii(seed: Int) {
    let picture = HostilePicture(seed: seed).picture
    for format in ReportFormat.all {
      let options = ReportOptions(face: .serviceByCredentialSpec, only: .all, isASCII: true, now: .sampleNow)
      #expect(format.render(picture, options: options).utf8.allSatisfy { $0 < 0x80 }, "\(format.name)")
    }
  }

  @Test("HTML stays balanced and runs nothing", arguments: 0..<200)
  func balancedTags(seed: Int) throws {
    let format = try #require(ReportFormat.named("html"))
    let picture = HostilePicture(seed: seed).picture
    let options = ReportOptions(face: Self.face(seed), only: .all, now: .sampleNow)
    let tags = MarkupScanner(format.render(picture, options: options))
    #expect(tags.trouble == nil)
    #expect(tags.names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "a"]))
  }

  @Test("every row of a Markdown table has the cells of its head", arguments: 0..<200)
  func markdownTables(seed: Int) throws {
    let format = try #require(ReportFormat.named("markdown"))
    let picture = HostilePicture(seed: seed).picture
    let text = format.render(picture, options: ReportOptions(only: .all, now: .sampleNow))
    for table in text.split(separator: "\n\n") where table.hasPrefix("|") {
      let pipes = table.split(separator: "\n").map { line in line.unicodeScalars.count { $0 == "|" } }
      #expect(Set(pipes).count == 1, "\(table)")
    }
  }

  @Test("CSV has a line for each cell that is asked for, each with all fields", arguments: 0..<200)
  func csvLines(seed: Int) throws {
    let format = try #require(ReportFormat.named("csv"))
    let picture = HostilePicture(seed: seed).picture
    for face in Face.allCases {
      for scope in ReportOptions.Scope.allCases {
        let text = format.render(picture, options: ReportOptions(face: face, only: scope, now: .sampleNow))
        let records = CSVRecords(text).records
        #expect(records.count - 1 == Self.cells(of: picture.matrix(face), scope))
        #expect(Set(records.map(\.count)).count == 1)
        #expect(
          !records.joined().contains {
            $0.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } ?? false
          })
      }
    }
  }

  /// The faces by turns: a third of the seeds each.
  private static func face(_ seed: Int) -> Face { Face.allCases[seed % Face.allCases.count] }

  private static func cells(of matrix: StateMatrix, _ scope: ReportOptions.Scope) -> Int {
    var count = 0
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        let state = matrix[row, column].state
        if scope == .all ? state != .blank : state.isProblem { count += 1 }
      }
    }
    return count
  }

  private static func steers(_ scalar: Unicode.Scalar, in format: ReportFormat) -> Bool {
    if scalar == "\n" || (scalar == "\r" && format.name == "csv") { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    default: return false
    }
  }
}
