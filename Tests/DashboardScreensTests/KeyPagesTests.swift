// The pages on keys are written from the table of commands.

@testable import DashboardScreens
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

  @Test(
    "help of every screen has every command of it with all of its keys, also with those of a config",
    arguments: ScreenKind.allCases)
  func helpIsWhole(screen: ScreenKind) throws {
    for keys in [KeyMap.standard, try KeyMap(remapping: ["findings": ["f7"], "pause": []])] {
      var journey = try Journey()
      journey.use(keys)
      let page = HelpScreen(of: screen).page(journey.state)
      for command in CommandTable.commands(on: screen) {
        let line = try #require(page.lines.first { $0.text.contains(command.sentence) }, "\(command.name)")
        let shown = line.text.split(separator: " ").map(String.init)
        for key in keys.keys(of: command) { #expect(shown.contains(key.name), "\(command.name)") }
        if keys.keys(of: command).isEmpty { #expect(line.text.hasPrefix(":\(command.name)")) }
      }
      #expect(page.lines.count { $0.rank == .entry } == CommandTable.commands(on: screen).count)
    }
  }
}
