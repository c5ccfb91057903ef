// The dashboard at a real terminal: it starts, answers, and leaves the terminal as it was.

import DashboardTesting
import Glibc
import Testing

@Suite("The dashboard at a terminal")
struct DashboardOnTerminalTests {
  @Test("the demo paints, answers keys and leaves the terminal as it was")
  func startsAndLeaves() throws {
    let run = try ProgramRun.standingDemo()
    run.type("2")
    #expect(run.wait(for: "[2 service x host]"))
    run.type("?")
    #expect(run.wait(for: "Keys of this screen"))
    run.type("qq")
    #expect(run.waitForExit() == 0)
    #expect(run.leftovers.isEmpty)
  }

  @Test("a filter is typed letter by letter and a pasted q does not quit")
  func filters() throws {
    let run = try ProgramRun.standingDemo()
    run.type("\u{1B}[200~q\u{1B}[201~")
    run.type("/ledger")
    #expect(run.wait(for: "/ledger"))
    run.type("\r")
    #expect(run.wait { $0.text.contains("gmsa-ledger") && !$0.text.contains("gmsa-pricing.json (file)") })
    run.type("Q")
    #expect(run.waitForExit() == 0)
  }

  @Test(
    "a signal ends the program with its status and the terminal as it was",
    arguments: [SIGTERM, SIGINT, SIGHUP])
  func endsBySignal(signal: Int32) throws {
    let run = try ProgramRun.standingDemo()
    kill(run.process, signal)
    #expect(run.waitForExit() == 128 + signal)
    #expect(run.leftovers.isEmpty)
  }

  @Test("a terminal that vanishes ends the program")
  func endsWithTheTerminal() throws {
    let run = try ProgramRun.standingDemo()
    run.hangUp()
    #expect(run.waitForExit() != nil)
  }

  @Test("a storm of sizes ends in a whole picture of the last size")
  func survivesResizes() throws {
    let run = try ProgramRun.standingDemo()
    for (columns, rows) in [(1, 1), (200, 60), (20, 5), (500, 200), (2, 2), (40, 10), (120, 36)] {
      run.resize(columns: columns, rows: rows)
    }
    let isWhole = run.wait { screen in
      let lines = screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      // Sizes on the way have the same words in other rows.
      return lines.count >= 36 && lines[0].contains("gmsa-tui") && lines[34].contains("over-distributed")
        && lines[35].contains("q quit")
    }
    #expect(isWhole, "\(run.screen.text)")
    run.type("q")
    #expect(run.waitForExit() == 0)
  }

  @Test("what is piped in is shown, and keys come from the terminal")
  func readsAPipe() throws {
    let folder = try ScratchFolder()
    try folder.write(Manifests.deployment(named: "web", credentialSpec: "webapp01"), to: "web.json")
    let run = try ProgramRun.start(["-"], input: "\(folder.path)/web.json")
    #expect(run.wait(for: "webapp01"))
    run.type("q")
    #expect(run.waitForExit() == 0)
  }
}
