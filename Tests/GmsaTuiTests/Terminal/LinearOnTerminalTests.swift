// The linear mode as it is run: through a pipe, and at a terminal that cannot place its cursor.

import DashboardTesting
import Foundation
import Testing

@Suite("The linear mode, as it is run")
struct LinearOnTerminalTests {
  @Test("through a pipe each line is answered, nothing but text comes out, and its end is the end")
  func runsThroughAPipe() throws {
    for input in ["findings\nread all\nquit\n", "findings\nread all"] {
      let run = try CommandRun(["demo", "--linear", "--speed", "0"], input: input)
      #expect(run.status == 0)
      #expect(run.output.contains("credspecs in rows, hosts in columns"))
      #expect(run.output.contains("Screen findings"))
      #expect(run.output.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
      #expect(run.messages.isEmpty)
    }
  }

  @Test("without any command it says where everything is and ends well")
  func endsWithItsInput() throws {
    let run = try CommandRun(["demo", "--linear"], input: nil)
    #expect(run.status == 0)
    #expect(run.output.contains("Row 1 of"))
  }

  @Test("a terminal that cannot place its cursor gets it without being asked, and no escape")
  func servesDumbTerminals() throws {
    let run = try ProgramRun.start(["demo", "--speed", "0"], rows: 60, environment: ["TERM": "dumb"])
    #expect(run.wait(for: "Row 1 of"))
    run.type("next problem\n")
    #expect(run.wait { $0.text.components(separatedBy: "Row ").count > 2 })
    run.type("quit\n")
    #expect(run.waitForExit() == 0)
    #expect(!run.received.contains(0x1B))
    #expect(run.leftovers.isEmpty)
  }

  @Test("facts that are piped in leave the terminal to the operator")
  func readsFactsFromAPipe() throws {
    let folder = try ScratchFolder()
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    let run = try ProgramRun.start(
      ["--linear", "-"], rows: 60, environment: ["TERM": "dumb"], input: "\(folder.path)/web.json")
    #expect(run.wait(for: "webapp01"))
    run.type("quit\n")
    #expect(run.waitForExit() == 0)
  }

  @Test("a copy is in a file whose name is said")
  func copiesToAFile() throws {
    let run = try CommandRun(["demo", "--linear", "--speed", "0"], input: "copy\n")
    let line = try #require(run.output.split(separator: "\n").first { $0.contains("gmsa-tui-copy") })
    let path = try #require(line.split(separator: " ").first { $0.contains("gmsa-tui-copy") }).dropLast()
    #expect(try String(contentsOfFile: String(path), encoding: .utf8).hasPrefix("gmsa-"))
  }
}
