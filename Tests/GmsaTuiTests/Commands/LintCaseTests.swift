// Lint on cases that are files: what goes in lies in LintCases, what must come out in LintExpected.

import DashboardFeeds
import DashboardModel
import DashboardReports
import DashboardTesting
import Foundation
import Testing

/// `GMSA507.rid.json`: a file or folder in which the rule must have something to say, or `silent.…`.
struct LintCase: Sendable, CustomTestStringConvertible {
  let name: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "LintCases")
  static let all =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted().map(LintCase.init)

  var testDescription: String { name }
  var isSilent: Bool { name.hasPrefix("silent.") }
  var rule: Substring { name.prefix { $0 != "." } }
  var path: String { Self.folder.appending(path: name).path(percentEncoded: false) }
  /// The bytes of a case that is one file.
  var bytes: [UInt8]? { (try? Data(contentsOf: Self.folder.appending(path: name))).map(Array.init) }

  /// What lint says, with paths as they stand in the folder of cases.
  var result: LintResult {
    var run = LintRun()
    run.lint(path)
    return run.finish()
  }

  static func text(_ result: LintResult) -> String {
    var text = ""
    LintReport.writeText(result, to: &text)
    for line in result.unreadable { text += "not read: \(line)\n" }
    return text.replacing(folder.path(percentEncoded: false) + "/", with: "")
      .replacing(folder.path(percentEncoded: false), with: "")
  }
}

@Suite("Lint on files")
struct LintCaseTests {
  private let golden = Golden(folder: "../LintExpected")

  @Test(
    "a fault is said with its rule, place and correction, and nothing is said of what is right",
    arguments: LintCase.all)
  func remarks(_ example: LintCase) {
    let result = example.result
    let rules = Set(result.remarks.map(\.remark.problem.rule))
    #expect(result.unreadable.isEmpty)
    #expect(result.contentsCount > 0)
    if example.isSilent {
      #expect(rules.isEmpty)
    } else {
      #expect(rules.contains(String(example.rule)))
    }
    golden.expect(LintCase.text(result), named: "\(example.name).txt")
  }

  @Test("every rule of contents has a case, and no expectation is left of a case that is gone")
  func isWhole() {
    let rules = Set(ContentsProblem.allCases.map(\.rule))
    #expect(Set(LintCase.all.filter { !$0.isSilent }.map { String($0.rule) }) == rules)
    #expect(golden.orphans(asked: LintCase.all.map { "\($0.name).txt" }).isEmpty)
  }

  @Test("a remark lies inside the text that it is about", arguments: LintCase.all)
  func places(_ example: LintCase) {
    for linted in example.result.remarks { LintPlace.expectInside(linted, bytes: nil) }
  }
}

/// Where remarks may lie.
enum LintPlace {
  /// Expects the place of a remark inside its file, or inside the text that is given.
  static func expectInside(_ linted: LintedRemark, bytes: [UInt8]?) {
    let raw = bytes ?? (try? Data(contentsOf: URL(filePath: linted.source))).map(Array.init) ?? []
    // Compressed text and UTF-16 count in the text that they stand for.
    if raw.starts(with: [0x1F, 0x8B]) || raw.prefix(4).contains(0) || raw.first ?? 0 >= 0xFE { return }
    let marked = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? raw[3...] : raw[...]
    let lines = marked.split(separator: 10, omittingEmptySubsequences: false)
    guard linted.line >= 1, linted.line <= lines.count else {
      Issue.record("line \(linted.line) of \(lines.count)")
      return
    }
    let width = lines[linted.line - 1].count { $0 & 0xC0 != 0x80 }
    #expect(linted.column >= 1 && linted.column <= width + 1)
  }
}
