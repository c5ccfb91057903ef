// The tour at a real terminal: ncurses shows its frames, its keys act, and the terminal is left as it was.

import DashboardScreens
import DashboardTesting
import DashboardTour
import TerminalCanvas
import Testing

@Suite("The tour at a terminal")
struct TourOnTerminalTests {
  @Test("the first caption is shown as the tour draws it, > goes on, and q gives the terminal back")
  func plays() throws {
    let theme = try #require(BuiltInThemes.named("default", isASCII: false))
    var player = TourPlayer(SceneTable.tour, columns: 100, rows: 30, theme: theme)
    let run = try ProgramRun.start(["demo", "tour"], columns: 100, rows: 30)
    #expect(run.wait(for: "q leave"))
    run.type("p")
    #expect(run.wait(for: "HELD"))
    _ = player.take(.keyPressed("p"))
    #expect(run.screen.text == GridDump.text(player.frame.grid))
    run.type(">")
    _ = player.take(.keyPressed(">"))
    let expected = GridDump.text(player.frame.grid)
    #expect(run.wait { $0.text == expected })
    run.type("q")
    #expect(run.waitForExit() == 0)
    #expect(run.leftovers.isEmpty)
  }

  @Test("it goes on by itself, as fast as it is told to")
  func goesOn() throws {
    let run = try ProgramRun.start(["demo", "tomorrow"], columns: 100, rows: 30)
    #expect(run.wait(for: "q leave"))
    run.type("]]]")
    #expect(run.wait(for: "Four replicas fail"))
    #expect(run.wait(for: "THE END"))
    run.type("\u{3}")
    #expect(run.waitForExit() == 130)
  }

  @Test("the operator's own keys act while it is held for them")
  func lookingAround() throws {
    let run = try ProgramRun.start(["demo", "forgotten"], columns: 100, rows: 30)
    #expect(run.wait(for: "q leave"))
    run.type("?")
    #expect(run.wait(for: "Keys of this screen"))
    #expect(run.screen.text.contains("the keys are yours"))
    run.type("q")
    #expect(run.wait { !$0.text.contains("Keys of this screen") })
    run.type("p")
    #expect(run.wait { !$0.text.contains("the keys are yours") })
    run.type("q")
    #expect(run.waitForExit() == 0)
  }
}
