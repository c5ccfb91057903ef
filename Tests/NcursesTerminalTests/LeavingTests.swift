// However the program ends, the terminal is as it was found.

import DashboardTesting
import Glibc
import NcursesTerminal
import Testing

@Suite struct LeavingTests {
  @Test("a signal ends the program as a shell expects", arguments: TerminationSignal.allCases)
  func signals(signal: TerminationSignal) throws {
    let terminal = try ProbeRun.start()
    kill(terminal.process, signal.rawValue)
    #expect(terminal.waitForExit() == signal.exitStatus)
    #expect(terminal.leftovers == [])
  }

  @Test("Ctrl-C interrupts")
  func interrupt() throws {
    let terminal = try ProbeRun.start()
    terminal.type("\u{3}")
    #expect(terminal.waitForExit() == 130)
    #expect(terminal.leftovers == [])
  }

  @Test("a program that is stuck is ended by asking three times")
  func stuck() throws {
    let terminal = try ProbeRun.start()
    terminal.type("s")
    #expect(terminal.wait(for: "event stuck"))
    for _ in 1...2 {
      terminal.type("\u{3}")
      #expect(terminal.waitForExit(seconds: 0.2) == nil)
    }
    // A busy machine may hand over two of them as one: whoever wants out asks until it is heard.
    var status: Int32?
    for _ in 1...60 where status == nil {
      terminal.type("\u{3}")
      status = terminal.waitForExit(seconds: 1)
    }
    #expect(status == 130)
    #expect(terminal.leftovers == [])
  }

  @Test("a terminal that vanishes ends the program")
  func hangUp() throws {
    let terminal = try ProbeRun.start()
    terminal.hangUp()
    #expect([129, 3].contains(terminal.waitForExit()))
  }

  @Test("a terminal that vanishes ends the program even when hang-ups are ignored")
  func hangUpIgnored() throws {
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-c", "trap '' HUP; exec \"$0\"", ProbeRun.path], environment: ProbeRun.environment)
    #expect(terminal.wait(for: "count 0;"))
    terminal.hangUp()
    #expect(terminal.waitForExit() == 3)
  }

  @Test("a crash leaves the screen first and says so", arguments: ["!", "\u{1C}"])
  func crash(key: String) throws {
    let terminal = try ProbeRun.start()
    terminal.type("m")
    #expect(terminal.wait { $0.modes.contains(1000) })
    terminal.type(key)
    let status = try #require(terminal.waitForExit())
    #expect(status == 128 + (key == "!" ? SIGILL : SIGQUIT) || status == 128 + SIGTRAP)
    #expect(terminal.leftovers == [])
    #expect(terminal.screen.text.contains("crash notice"))
    #expect(key != "!" || terminal.screen.text.contains("Fatal error"), "\(terminal.screen.text)")
  }

  @Test("what libraries print to stderr appears after the screen is gone, not on it")
  func standardError() throws {
    let terminal = try ProbeRun.start()
    terminal.type("e")
    #expect(terminal.wait(for: "event key e"))
    #expect(!terminal.screen.text.contains("written to stderr"))
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.screen.text.contains("written to stderr"))
  }

  @Test("Ctrl-Z gives the terminal back, fg takes it again in its new size")
  func suspend() throws {
    let terminal = try PseudoTerminal(
      ["/bin/sh", "-mc", "\"$0\"; echo stopped; read line; fg; exit $?", ProbeRun.path],
      environment: ProbeRun.environment)
    #expect(terminal.wait(for: "count 0;"))
    terminal.type("\u{1A}")
    #expect(terminal.wait { !$0.isAlternate && $0.text.contains("stopped") }, "\(terminal.screen.text)")
    #expect(terminal.leftovers == [])
    terminal.resize(columns: 60, rows: 20)
    terminal.type("\n")
    #expect(terminal.wait { $0.isAlternate && $0.text.contains("event resumed") }, "\(terminal.screen.text)")
    #expect(terminal.wait(for: "size 60x20"))
    #expect(terminal.screen.modes.contains(2004))
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.leftovers == [])
  }
}
