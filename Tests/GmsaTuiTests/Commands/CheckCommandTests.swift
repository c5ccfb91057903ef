// What pipelines rely on: the exit codes of `check`, its baseline, and what it prints where.

import DashboardTesting
import Foundation
import Testing

@Suite("gmsa-tui check")
struct CheckCommandTests {
  @Test("ends with 1 where it finds problems, and prints them to standard output alone")
  func finds() throws {
    let run = try CommandRun(["check", "demo"])
    #expect(run.status == 1)
    #expect(run.output.contains("GMSA101"))
    #expect(run.messages.isEmpty)
  }

  @Test("accepts what a baseline names until its day, and says then what it cannot vouch for")
  func baseline() throws {
    let baseline = try CommandRun(
      ["check", "--print-baseline", "--reason", "known", "--until", "2999-12-31", "demo"])
    #expect(baseline.status == 0)
    let file = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(baseline.output.utf8).write(to: file)
    let run = try CommandRun(["check", "--baseline", file.path(), "demo"])
    #expect(run.status == 5)
    #expect(run.output.contains("muted") && run.output.contains("unverified"))
    #expect(try CommandRun(["check", "--accept-partial", "--baseline", file.path(), "demo"]).status == 0)
    let expired = baseline.output.replacing("2999-12-31", with: "2020-01-01")
    try Data(expired.utf8).write(to: file)
    #expect(try CommandRun(["check", "--baseline", file.path(), "demo"]).status == 1)
  }

  @Test("names the mistake in a baseline with its line")
  func wrongBaseline() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("mutes:\n  - rule: GMSA101\n".utf8).write(to: file)
    let run = try CommandRun(["check", "--baseline", file.path(), "demo"])
    #expect(run.status == 2)
    #expect(run.messages.contains("\(file.lastPathComponent):2:"))
  }

  @Test("refuses a severity, a format and a day that there are not, and names those that there are")
  func refuses() throws {
    #expect(
      try CommandRun(["check", "--fail-on", "fatal", "demo"]).messages.contains("critical, warning, notice"))
    #expect(try CommandRun(["check", "--format", "pdf", "demo"]).messages.contains("sarif"))
    let run = try CommandRun(["check", "--print-baseline", "--reason", "x", "--until", "soon", "demo"])
    #expect(run.status == 2 && run.messages.contains("YYYY-MM-DD"))
  }
}
