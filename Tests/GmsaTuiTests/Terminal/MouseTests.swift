// The mouse at a real terminal: reports of the kind that xterm and its followers send (SGR, private mode 1006).

import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The mouse at a terminal")
struct MouseTests {
  private func demo(_ words: String...) throws -> PseudoTerminal {
    let run = try ProgramRun.start(["demo", "--speed", "0"] + words, columns: 120, rows: 24)
    #expect(run.wait(for: "credspec x host"))
    return run
  }

  /// A report of a button at a cell; columns and rows count from 0.
  private func report(_ button: Int, column: Int, row: Int, released: Bool = false) -> String {
    "\u{1B}[<\(button);\(column + 1);\(row + 1)\(released ? "m" : "M")"
  }

  private func click(column: Int, row: Int) -> String {
    report(0, column: column, row: row) + report(0, column: column, row: row, released: true)
  }

  /// The row of the screen that holds some words.
  private func row(of words: String, _ run: PseudoTerminal) -> Int? {
    run.screen.text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains(words) }
  }

  @Test("it is the terminal's own unless asked for")
  func isOff() throws {
    let run = try demo()
    #expect(!run.screen.modes.contains(1000))
    run.type("q")
    #expect(run.waitForExit() == 0)
  }

  @Test("the wheel scrolls, a click selects, a second click opens, and it is given back in the end")
  func scrollsSelectsAndOpens() throws {
    let run = try demo("--mouse")
    #expect(run.screen.modes.isSuperset(of: [1000, 1006]))
    run.type("f")
    #expect(run.wait(for: "Findings"))
    // A frame may arrive in pieces: the mark of the selected line is waited for too.
    #expect(run.wait { $0.text.contains("▸") })
    let selected = try #require(row(of: "▸", run))
    run.type(report(65, column: 10, row: 10))
    #expect(run.wait { $0.text.contains("▸") && row(of: "▸", run) != selected })
    run.type("q")
    // The findings name the same credspecs on other rows: the last line of the matrix says that all of it is there.
    #expect(run.wait(for: "1-3 faces"))
    let place = try #require(row(of: "gmsa-payments", run))
    run.type(click(column: 3, row: place))
    #expect(run.wait(for: "credspec gmsa-payments, the whole row"))
    let cell = try #require((30..<120).first { run.screen.grid[$0, place].glyph.text == "~" })
    run.type(click(column: cell, row: place))
    #expect(run.wait(for: "gmsa-payments @"))
    run.type(click(column: cell, row: place) + click(column: cell, row: place))
    #expect(run.wait(for: "Why"))
    run.type("Q")
    #expect(run.waitForExit() == 0)
    #expect(run.leftovers.isEmpty)
  }
}
