// gmsa-tui demo with its scenarios, and report --scaling, as a script calls them.

import DashboardTesting
import DashboardTour
import Foundation
import TerminalCanvas
import Testing

@Suite("The demo's scenarios")
struct DemoCommandTests {
  @Test("--list names every scenario with a sentence")
  func list() throws {
    let run = try CommandRun(["demo", "--list"])
    #expect(run.status == 0)
    for name in SceneTable.names { #expect(run.output.contains("\n\(name) ") || run.output.hasPrefix(name)) }
  }

  @Test("a scenario that there is not names those that there are, and ends with 2")
  func unknown() throws {
    let run = try CommandRun(["demo", "drfit"])
    #expect(run.status == 2)
    #expect(run.messages.contains("no scenario is called \"drfit\"") && run.messages.contains("webhook-down"))
    #expect(try CommandRun(["demo", "drift", "tour"]).status == 2)
    #expect(try CommandRun(["demo", "--export", "gif", "x"]).status == 2)
    #expect(try CommandRun(["demo", "tour", "--export", "cast"]).status == 2)
  }

  @Test("--export cast writes the same file twice, and a terminal that plays it shows the scene")
  func cast() throws {
    let folder = try ScratchFolder()
    let path = "\(folder.path)/drift.cast"
    let written = try CommandRun(
      ["demo", "drift", "--export", "cast", path, "--columns", "100", "--rows", "30"])
    #expect(written.status == 0 && written.output.isEmpty)
    let printed = try CommandRun(
      ["demo", "drift", "--export", "cast", "-", "--columns", "100", "--rows", "30"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
    var screen = VirtualScreen(columns: 100, rows: 30)
    for line in printed.output.split(separator: "\n").dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      screen.feed(Array((event?[2] as? String ?? "").utf8))
    }
    #expect(screen.text.contains("Copies drift") && screen.text.contains("GMSA104"))
    #expect(screen.unknown.isEmpty)
  }

  @Test("a file that cannot be written is named, with the reason")
  func unwritable() throws {
    let run = try CommandRun(["demo", "tour", "--export", "cast", "/nonexistent/tour.cast"])
    #expect(run.status == 2)
    #expect(run.messages.contains("/nonexistent/tour.cast cannot be written: No such file or directory"))
  }

  @Test("through a pipe a scene is said in words")
  func spoken() throws {
    let run = try CommandRun(["demo", "forgotten"])
    #expect(run.status == 0)
    #expect(run.output.contains("Scene: 3 a.m.") && run.output.contains("Figures: needed 19"))
  }

  @Test("report --scaling prints in every format, and refuses what no assumption takes")
  func scaling() throws {
    for format in ["text", "json", "csv", "markdown", "html"] {
      let run = try CommandRun(["report", "--scaling", "--format", format, "demo"])
      #expect(run.status == 0 && run.output.contains("gmsa-payments"), "\(format)")
    }
    let assumed = try CommandRun(["report", "--scaling", "--assume", "forgotten=12%", "demo"])
    #expect(assumed.output.contains("12%"))
    let wrong = try CommandRun(["report", "--scaling", "--assume", "forgotten=120%", "demo"])
    #expect(wrong.status == 2 && wrong.messages.contains("--assume forgotten takes 0% to 100%"))
    #expect(try CommandRun(["report", "--scaling", "--growth", "sideways", "demo"]).status == 2)
  }
}
