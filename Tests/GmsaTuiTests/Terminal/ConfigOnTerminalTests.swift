// A config at a real terminal: its keys act there, and a wrong one leaves the terminal alone.

import DashboardTesting
import Testing

@Suite("A config at a terminal")
struct ConfigOnTerminalTests {
  @Test("keys of the config act in place of the command's own, and ctrl-c still ends it")
  func remaps() throws {
    let folder = try ScratchFolder()
    try folder.write("keys: {help: [f3], quit: []}\n", to: "config.yaml")
    let run = try ProgramRun.start(["demo", "--speed", "0", "--config", "\(folder.path)/config.yaml"])
    #expect(run.wait(for: "credspec x host"))
    run.type("?\u{1B}OR")
    #expect(run.wait(for: "Keys of this screen"))
    run.type("\u{3}")
    #expect(run.waitForExit() == 130)
  }

  @Test("a wrong config is told on the terminal, and no screen is drawn")
  func refuses() throws {
    let folder = try ScratchFolder()
    try folder.write("keys: {transpose: [g]}\n", to: "config.yaml")
    let run = try ProgramRun.start(["demo", "--config", "\(folder.path)/config.yaml"], columns: 300)
    #expect(run.wait(for: "g is both transpose and top"))
    #expect(run.waitForExit() == 2)
  }
}
