// On which terminals the screen appears, and what is said where it cannot.

import DashboardTesting
import Testing

@Suite struct StartingTests {
  @Test(
    "a terminal that terminfo does not know gets a screen and a notice",
    arguments: ["xterm-ghostty", "no-such-term"])
  func unknownTerm(term: String) throws {
    let terminal = try ProbeRun.start(columns: 160, term: term)
    #expect(terminal.screen.text.contains("infocmp -x \(term) | ssh HOST tic -x -"))
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.leftovers == [])
  }

  @Test("without TERM there is a screen and a notice")
  func unsetTerm() throws {
    let terminal = try ProbeRun.start(term: nil)
    #expect(terminal.screen.text.contains("TERM is not set"))
  }

  @Test("a terminal that cannot place its cursor is refused")
  func dumb() throws {
    var environment = ProbeRun.environment
    environment["TERM"] = "dumb"
    let terminal = try PseudoTerminal([ProbeRun.path], environment: environment)
    #expect(terminal.waitForExit() == 2)
    #expect(terminal.screen.text.contains("no terminal: dumb(term: \"dumb\")"))
    #expect(terminal.leftovers == [])
  }

  @Test(
    "a terminal without colours, with eight, or inside another has the same screen",
    arguments: ["vt100", "xterm", "linux", "tmux-256color"])
  func otherTerms(term: String) throws {
    let terminal = try ProbeRun.start(term: term)
    #expect(terminal.wait(for: "no notice\nwide 日本 e\u{301} ✗⊘∅"), "\(terminal.screen.text)")
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
  }

  @Test("a locale without UTF-8 gets ASCII")
  func asciiLocale() throws {
    var environment = ProbeRun.environment
    environment["LC_ALL"] = "C"
    let terminal = try PseudoTerminal([ProbeRun.path], environment: environment)
    #expect(terminal.wait(for: "wide ???? ? ???"), "\(terminal.screen.text)")
  }

  @Test("keys come from the controlling terminal when standard input is something else")
  func otherInput() throws {
    let terminal = try ProbeRun.start(input: "/dev/null")
    terminal.type("j")
    #expect(terminal.wait(for: "event key j"))
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.leftovers == [])
  }
}
