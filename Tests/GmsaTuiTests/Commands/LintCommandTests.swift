// The lint command as scripts call it: exit codes, standard input, JSON, and what goes where.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("The lint command")
struct LintCommandTests {
  private let folder = LintCase.folder.path(percentEncoded: false)

  @Test("contents that are right end with 0 and say so on standard error alone")
  func fine() throws {
    let run = try CommandRun(["lint", "\(folder)/silent.module.json"])
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.messages == "gmsa-tui: 1 file, 1 credential spec: no remarks\n")
  }

  @Test("a remark ends with 1, in the form that editors and CI read")
  func remark() throws {
    let run = try CommandRun(["lint", "\(folder)/GMSA507.rid.json"])
    #expect(run.status == 1)
    #expect(run.output.contains("/GMSA507.rid.json:6:12: warning GMSA507 "))
    #expect(run.output.contains("\n        \"Sid\": \"S-1-5-21-702590844-1001920913-2680819671\",\n"))
    #expect(run.messages.contains("0 critical, 1 warning"))
  }

  @Test(
    "what is not there, cannot be read or holds no contents ends with 2, and the rest is linted all the same")
  func unreadable() throws {
    for words in [["lint"], ["lint", "--format", "sarif", folder]] {
      #expect(try CommandRun(words).status == 2)
    }
    let scratch = try ScratchFolder()
    try scratch.write("services: {}\n", to: "compose.yaml")
    let run = try CommandRun([
      "lint", "nothing-here.json", "\(scratch.path)/compose.yaml", "\(folder)/GMSA507.rid.json",
    ])
    #expect(run.status == 2)
    #expect(run.messages.contains("nothing-here.json") && run.messages.contains("compose.yaml"))
    #expect(run.output.contains("GMSA507"))
    #expect(try CommandRun(["lint", scratch.path]).status == 2)
  }

  @Test("standard input is linted as a file is")
  func standardInput() throws {
    let text = try String(contentsOfFile: "\(folder)/GMSA511.resource-quoted.yaml", encoding: .utf8)
    let run = try CommandRun(["lint", "-"], input: text)
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("-:10:25: warning GMSA511 "))
  }

  @Test("JSON satisfies its schema")
  func json() throws {
    let run = try CommandRun(["lint", "--format", "json", folder])
    #expect(run.status == 1)
    try SchemaCheck(format: "lint").expectValid(Data(run.output.utf8))
  }

  @Test("a snapshot tells what its contents were found to be")
  func snapshot() throws {
    let scratch = try ScratchFolder()
    let made = try CommandRun(["snapshot", "\(folder)/GMSA507.resource.yaml"])
    try scratch.write(made.output, to: "saved.json")
    let run = try CommandRun(["lint", "\(scratch.path)/saved.json"])
    #expect(run.status == 1)
    #expect(run.output.contains("GMSA507") && run.output.contains("(webapp01"))
  }
}
