// The manual page and the completion scripts: written from what the program has.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@testable import gmsa_tui

@Suite("The manual page and completions")
struct ManPageTests {
  /// The page as it reads.
  private func plain(_ text: String) -> String {
    text.replacing("\\-", with: "-").replacing("\\(ha", with: "^").replacing("\\(ti", with: "~")
      .replacing("\\(ga", with: "`").replacing("\\e", with: "\\")
  }

  @Test("it names every command of the command line, every key, every state and every exit code")
  func isWhole() throws {
    let run = try CommandRun(["man"])
    #expect(run.status == 0 && run.messages.isEmpty)
    let page = plain(run.output)
    for name in ManPage.commandNames { #expect(page.contains("\n.SS \(name)\n")) }
    for command in CommandTable.all {
      #expect(page.contains("\(command.name): \(command.sentence)"))
      let keys = command.keys.map(\.name).joined(separator: " ")
      #expect(page.contains(keys.isEmpty ? "\\fB:\(command.name)\\fR" : "\\fB\(keys)\\fR"))
    }
    for state in CellState.allCases { #expect(page.contains("\(state.asciiGlyph)\\fR\n\(state.word)")) }
    for (code, _) in ManPage.exitCodes { #expect(page.contains("\\fB\(code)\\fR")) }
  }

  @Test("no word of it is taken for a macro")
  func isWellFormed() {
    let known = [".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi"]
    for line in ManPage.text.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(known.contains { line == $0 || line.hasPrefix($0 + " ") }, "\(line)")
    }
  }

  @Test("every shell gets a script that knows the commands", arguments: ["bash", "zsh", "fish"])
  func completes(shell: String) throws {
    let run = try CommandRun(["completions", shell])
    #expect(run.status == 0)
    for word in ["gmsa-tui", "report", "linear"] { #expect(run.output.contains(word)) }
  }

  @Test("a shell that is unknown ends with 2 and the shells that are known")
  func refusesOtherShells() throws {
    let run = try CommandRun(["completions", "tcsh"])
    #expect(run.status == 2)
    #expect(run.messages.contains("fish"))
  }
}
