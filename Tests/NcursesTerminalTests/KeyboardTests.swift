// What reaches the program when keys are pressed.

import DashboardTesting
import TerminalCanvas
import Testing

@testable import NcursesTerminal

@Suite struct KeyboardTests {
  @Test("keys arrive under their names")
  func keys() throws {
    let terminal = try ProbeRun.start()
    let keys = [
      ("j", "j"), ("G", "G"), ("\r", "enter"), (" ", "space"), ("\t", "tab"), ("\u{7F}", "backspace"),
      ("\u{4}", "ctrl-d"), ("\u{13}", "ctrl-s"), ("\u{1B}", "esc"), ("\u{1B}OA", "up"), ("\u{1B}[B", "down"),
      ("\u{1B}OH", "home"),
      ("\u{1B}[4~", "end"), ("\u{1B}[5~", "pgup"), ("\u{1B}[6~", "pgdn"), ("\u{1B}[3~", "delete"),
      ("\u{1B}[Z", "backtab"), ("\u{1B}OP", "f1"), ("\u{1B}[24~", "f12"), ("\u{1B}x", "alt-x"), ("ä", "ä"),
      ("日", "日"),
    ]
    for (bytes, name) in keys {
      terminal.type(bytes)
      #expect(terminal.wait(for: "event key \(name)\n"), "\(name)\n\(terminal.screen.text)")
    }
  }

  @Test("nothing in an unknown sequence acts as a command")
  func unknownSequences() throws {
    let terminal = try ProbeRun.start()
    let sequences = [
      "\u{1B}[1;99q", "\u{1B}[99999q", "\u{1B}]11;rgb:q/q/q\u{7}", "\u{1B}P1$rq\u{1B}\\", "\u{1B}Oz",
      "\u{1B}[?62;q",
      "\u{1B}[1;5A",
    ]
    for sequence in sequences { terminal.type(sequence) }
    terminal.type("k")
    #expect(terminal.wait(for: "event key k\ncount 1;"), "\(terminal.screen.text)")
  }

  @Test("a paste is text, whatever is in it")
  func paste() throws {
    let terminal = try ProbeRun.start()
    #expect(terminal.screen.modes.contains(2004))
    terminal.type("\u{1B}[200~quit q\rnow!\u{1B}[201~")
    #expect(terminal.wait(for: "event paste[quit q|now!]\ncount 1;"), "\(terminal.screen.text)")
  }

  @Test("a page pasted by mistake takes as long as its length, not as its square")
  func longPaste() throws {
    let terminal = try ProbeRun.start()
    terminal.type("\u{1B}[200~")
    // The kernel holds a few thousand bytes: each part waits until the one before was read.
    for _ in 0..<300 { terminal.type(String(repeating: "q", count: 1_000)) }
    terminal.type("\u{1B}[201~k")
    #expect(terminal.wait(for: "event key k\n"), "\(terminal.screen.text)")
  }

  @Test("the mouse is reported while a frame wants it, and only then")
  func mouse() throws {
    let terminal = try ProbeRun.start()
    #expect(!terminal.screen.modes.contains(1000))
    terminal.type("m")
    #expect(terminal.wait { $0.modes.isSuperset(of: [1000, 1006]) })
    terminal.type("\u{1B}[<0;11;6M\u{1B}[<0;11;6m")
    #expect(terminal.wait(for: "event click 10,5\n"), "\(terminal.screen.text)")
    terminal.type("\u{1B}[<65;300;7M")
    #expect(terminal.wait(for: "event wheelDown 299,6\n"), "\(terminal.screen.text)")
    terminal.type("m")
    #expect(terminal.wait { !$0.modes.contains(1000) })
  }

  @Test("the second click opens, the third is a first one again")
  func clicksThrice() throws {
    let terminal = try ProbeRun.start()
    terminal.type("m")
    #expect(terminal.wait { $0.modes.isSuperset(of: [1000, 1006]) })
    let click = "\u{1B}[<0;11;6M\u{1B}[<0;11;6m"
    terminal.type(click + click)
    #expect(terminal.wait(for: "event doubleClick 10,5\n"), "\(terminal.screen.text)")
    terminal.type(click)
    #expect(terminal.wait(for: "event click 10,5\n"), "\(terminal.screen.text)")
  }

  @Test("another thread's message wakes the screen")
  func mailbox() throws {
    let terminal = try ProbeRun.start()
    terminal.type("t")
    #expect(terminal.wait(for: "event posted"))
  }

  @Test(
    "a sequence is a key or nothing",
    arguments: [
      ("[A", Key.up), ("[1~", .home), ("OF", .end), ("x", .alt("x")), ("[1;5A", nil), ("[200q", nil),
      ("]0;title\u{7}", nil), ("P\u{1B}\\", nil), ("Oz", nil),
    ] as [(String, Key?)])
  func sequences(text: String, key: Key?) {
    var sequence = EscapeSequence()
    let progress = text.unicodeScalars.map { sequence.take($0) }
    #expect(progress.dropLast().allSatisfy { $0 == .incomplete })
    #expect(progress.last == .complete(key))
  }
}
