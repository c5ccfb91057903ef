// The manual page, written from the command line's own help, the table of commands and the states: it cannot tell of
// what the program does not have.

import ArgumentParser
import DashboardModel
import DashboardScreens
import TerminalCanvas

/// Writes the manual page in the macros of man(7).
enum ManPage {
  /// Exit codes and what they mean (interface.md, section 1).
  static let exitCodes: [(code: String, meaning: String)] = [
    ("0", "All is well."),
    ("1", "Problems were found, by a command that looks for them."),
    ("2", "Wrong usage, input that nobody can read, or no usable terminal."),
    ("3", "A source cannot be reached."),
    ("4", "A source does not let you in."),
    ("5", "A source or an object could not be read, so that something is missing from what was printed."),
    ("129, 130, 143", "Ended by a signal: hang-up, interrupt, termination."),
  ]

  /// The names of the commands that the page tells of.
  static var commandNames: [String] { GmsaTui.configuration.subcommands.map { $0._commandName } }

  /// The page.
  static var text: String {
    var page = ManWriter()
    page.title("GMSA-TUI", version: GmsaTui.configuration.version)
    page.section("NAME")
    page.paragraph("gmsa-tui - \(GmsaTui.configuration.abstract)")
    page.section("SYNOPSIS")
    page.verbatim("gmsa-tui [SOURCE ...]\ngmsa-tui COMMAND [WORD ...]")
    page.section("DESCRIPTION")
    page.verbatim(GmsaTui.configuration.discussion)
    page.section("COMMANDS")
    for command in GmsaTui.configuration.subcommands {
      page.subsection(command._commandName)
      page.verbatim(GmsaTui.helpMessage(for: command, columns: 76))
    }
    writeKeys(&page)
    writeStates(&page)
    writeSurroundings(&page)
    return page.text
  }

  private static func writeKeys(_ page: inout ManWriter) {
    page.section("KEYS")
    page.paragraph(
      "The config gives commands other keys. A command without a key is run by its name behind `:'.")
    for section in KeyPages.sections {
      page.subsection(section.title)
      for command in section.commands {
        let keys = command.keys.map(\.name).joined(separator: " ")
        page.item(keys.isEmpty ? ":\(command.name)" : keys, "\(command.name): \(command.sentence).")
      }
    }
    page.subsection("In the linear mode")
    page.paragraph("With --linear every command above is run by its name, and there are these words beside:")
    for word in KeyPages.linearWords { page.item("", word) }
  }

  private static func writeStates(_ page: inout ManWriter) {
    page.section("STATES")
    page.paragraph("What a cell shows, worst first: its glyph, the same in ASCII, its word.")
    for state in CellState.allCases {
      let severity = state.severity.map { ", \($0.rawValue)" } ?? ""
      page.item("\(state.glyph)  \(state.asciiGlyph)", "\(state.word)\(severity)")
    }
  }

  private static func writeSurroundings(_ page: inout ManWriter) {
    page.section("EXIT STATUS")
    for (code, meaning) in exitCodes { page.item(code, meaning) }
    page.section("ENVIRONMENT")
    for case let (variable?, sentence) in ConfigTable.all.map({ ($0.variable, $0.sentence) }) {
      page.item(variable.name, sentence)
    }
    page.item("TERM", "A terminal that cannot place its cursor gets lines of words, as with --linear.")
    page.item("TMUX, STY", "Copies go through tmux or GNU screen; tmux needs set-clipboard on.")
    page.section("FILES")
    page.item("$XDG_CONFIG_HOME/gmsa-tui/config.yaml", "The config; gmsa-tui config tells of it.")
    page.item(
      "$XDG_RUNTIME_DIR/gmsa-tui-copy.txt", "What was copied last, where the terminal has no clipboard.")
  }
}

/// Text with the macros of man(7).
private struct ManWriter {
  private(set) var text = ""

  mutating func title(_ name: String, version: String) {
    text += ".TH \(name) 1 \"\" \"gmsa-tui \(Self.safe(version))\" \"User Commands\"\n"
  }

  mutating func section(_ name: String) { text += ".SH \(name)\n" }

  mutating func subsection(_ name: String) { text += ".SS \(Self.safe(name))\n" }

  mutating func paragraph(_ words: String) { text += ".PP\n\(Self.lines(words))\n" }

  mutating func item(_ name: String, _ words: String) {
    text += ".TP\n\\fB\(name.isEmpty ? "\\(bu" : Self.safe(name))\\fR\n\(Self.lines(words))\n"
  }

  /// Lines as they are.
  mutating func verbatim(_ words: String) { text += ".PP\n.nf\n\(Self.lines(words))\n.fi\n" }

  private static func lines(_ words: String) -> String {
    words.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let safe = safe(String(line))
      // A point or quote at the start of a line would be a macro.
      return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&\(safe)" : safe
    }.joined(separator: "\n")
  }

  private static func safe(_ words: String) -> String {
    words.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("`", with: "\\(ga")
      .replacing("~", with: "\\(ti").replacing("^", with: "\\(ha")
  }
}
