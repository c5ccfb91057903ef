// The pages on keys are written from the table of commands.

import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("The pages on keys")
struct KeyPagesTests {
  @Test("docs/keys.md is the table's page")
  func page() {
    Golden(folder: "../../docs").expect(KeyPages.markdown, named: "keys.md")
  }

  @Test("every command with every key of it is on the page, once")
  func isWhole() {
    let commands = KeyPages.sections.flatMap(\.commands)
    #expect(commands.map(\.name).sorted() == CommandTable.all.map(\.name).sorted())
    for command in CommandTable.all {
      let rows = KeyPages.markdown.split(separator: "\n").filter {
        $0.contains("| \(command.name) |")
          || $0.contains("| \(command.name) \(command.argument?.word ?? "-") |")
      }
      #expect(rows.count == 1)
      for key in command.keys { #expect(rows.first?.contains(key.name.replacing("|", with: "\\|")) == true) }
    }
  }
}
