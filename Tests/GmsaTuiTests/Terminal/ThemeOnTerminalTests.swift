// Themes as an operator chooses them: what reaches the terminal, and what is said of a file that is wrong.

import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Themes at a terminal")
struct ThemeOnTerminalTests {
  @Test("a theme that paints its background paints it to the last column")
  func paints() throws {
    let run = try ProgramRun.start(["demo", "--speed", "0", "--theme", "high-contrast"])
    #expect(run.wait(for: "credspec x host"))
    #expect(
      run.wait { screen in (0..<80).allSatisfy { screen.grid[$0, 3].style.background == .palette(16) } })
    run.type("q")
    #expect(run.waitForExit() == 0)
  }

  @Test("a terminal of eight colours gets what stands in for the palette of 256")
  func standsIn() throws {
    let run = try ProgramRun.start(
      ["demo", "--speed", "0", "--theme", "high-contrast"], environment: ["TERM": "xterm"])
    #expect(run.wait(for: "credspec x host"))
    #expect(run.wait { $0.grid[0, 3].style.background == .palette(0) })
  }

  @Test("no colour is no colour, whatever theme is named")
  func honoursNoColor() throws {
    let run = try ProgramRun.start(
      ["demo", "--speed", "0", "--theme", "high-contrast"], environment: ["NO_COLOR": "1"])
    #expect(run.wait(for: "credspec x host"))
    let cells = run.screen.grid.cells
    #expect(cells.allSatisfy { $0.style == Style(attributes: $0.style.attributes) })
  }

  @Test("a theme beside the config is chosen by its name, before a built-in one, and by a command later")
  func readsOwnThemes() throws {
    let folder = try Self.folder(with: "screen: 15 on 4\n", named: "light")
    let run = try ProgramRun.start(
      ["demo", "--speed", "0", "--theme", "light"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(run.wait { $0.grid[0, 3].style.background == .palette(4) })
    run.type(":theme mono\r")
    #expect(run.wait { $0.grid[0, 3].style.background == .terminalDefault })
    run.type(":theme light\r")
    #expect(run.wait { $0.grid[0, 3].style.background == .palette(4) })
  }

  @Test("a theme that the config names is found beside it")
  func readsThemeOfConfig() throws {
    let folder = try ScratchFolder()
    try folder.write("screen: 15 on 4\n", to: "gmsa-tui/colours/wall.yaml")
    try folder.write("theme: colours/wall.yaml\n", to: "gmsa-tui/config.yaml")
    let run = try ProgramRun.start(
      ["demo", "--speed", "0"], environment: ["XDG_CONFIG_HOME": folder.path])
    #expect(run.wait { $0.grid[0, 3].style.background == .palette(4) })
  }

  @Test("a theme that is wrong ends with 2, and file, line, column and the nearest word")
  func refusesWrongThemes() throws {
    let folder = try Self.folder(with: "states:\n  missing: bold rde\n", named: "mine")
    let path = "\(folder.path)/gmsa-tui/themes/mine.yaml"
    let run = try CommandRun(["demo", "--theme", path])
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains("\(path):2:17: "))
    #expect(run.messages.contains("did you mean \"red\"?"))
  }

  @Test("a name that no theme has ends with 2 and names those that there are")
  func namesThemes() throws {
    let run = try CommandRun(["demo", "--theme", "ligth"])
    #expect(run.status == 2)
    #expect(run.messages.contains("Did you mean \"light\"?"))
    #expect(run.messages.contains("deuteranopia"))
  }

  @Test("a path where no file lies, and a file that is no text, end with 2")
  func refusesNoThemes() throws {
    let missing = try CommandRun(["demo", "--theme", "./nothing.yaml"])
    #expect(missing.status == 2)
    #expect(missing.messages.contains("./nothing.yaml: the theme cannot be read: No such file"))
    let binary = try CommandRun(["demo", "--theme", ProgramRun.path])
    #expect(binary.status == 2)
    #expect(binary.messages.contains("this is no theme"))
  }

  private static func folder(with text: String, named name: String) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.write(text, to: "gmsa-tui/themes/\(name).yaml")
    return folder
  }
}
