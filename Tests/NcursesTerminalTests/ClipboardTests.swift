// What is sent to put a text into the clipboard: straight, through tmux, through GNU screen.

import Foundation
import NcursesTerminal
import Testing

@Suite("The terminal's clipboard")
struct ClipboardTests {
  private static func clipboard(_ environment: [String: String]) -> Clipboard? {
    Clipboard(environment: { environment[$0] })
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("a terminal of one's own gets the text as it is, in base64")
  func plain() {
    #expect(Self.clipboard(["TERM": "xterm-256color"]) == .plain)
    #expect(Self.text(Clipboard.plain.sequence(for: "gmsa-ledger")) == "\u{1B}]52;c;Z21zYS1sZWRnZXI=\u{7}")
  }

  @Test("base64 is that of everybody else, for every length of the last group", arguments: 0..<40)
  func encodes(length: Int) {
    let text = String(
      "ünïcode 日本 and plain words, over and over".unicodeScalars.prefix(length).map(Character.init))
    let sequence = Self.text(Clipboard.plain.sequence(for: text))
    #expect(sequence == "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}")
  }

  @Test("tmux gets the text for itself and wrapped for the terminal, each Escape of it doubled")
  func throughTmux() {
    #expect(Self.clipboard(["TERM": "screen-256color", "TMUX": "/tmp/tmux-0/default,1,0"]) == .tmux)
    let plain = "\u{1B}]52;c;YQ==\u{7}"
    let sequence = Self.text(Clipboard.tmux.sequence(for: "a"))
    #expect(sequence == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
  }

  @Test("GNU screen gets it in pieces short enough for all of its versions, and the pieces are the whole")
  func throughScreen() {
    #expect(Self.clipboard(["TERM": "screen", "STY": "1.pts-0.host"]) == .screen)
    let text = String(repeating: "gmsa ", count: 500)
    let sequence = Self.text(Clipboard.screen.sequence(for: text))
    let pieces = sequence.components(separatedBy: "\u{1B}\\").dropLast()
    #expect(pieces.count > 10)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count < 256 })
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(joined == Self.text(Clipboard.plain.sequence(for: text)))
  }

  @Test(
    "where no clipboard is known there is none: consoles, and a screen or tmux on another machine",
    arguments: [
      ["TERM": "linux"], ["TERM": "dumb"], ["TERM": "vt100"], [:], ["TERM": "screen-256color"],
      ["TERM": "xterm-256color", "VTE_VERSION": "7200"],
      ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"],
    ])
  func none(environment: [String: String]) {
    #expect(Self.clipboard(environment) == nil)
  }

  @Test("the longest text makes a sequence that terminals with a limit of 100,000 bytes take")
  func limit() {
    let longest = String(repeating: "x", count: Clipboard.longestText)
    #expect(Clipboard.plain.sequence(for: longest).count <= 100_000)
    #expect(Clipboard.plain.sequence(for: longest + "x").count > 99_999)
  }
}
