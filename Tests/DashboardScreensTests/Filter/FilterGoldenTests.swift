// A wrong filter, completion and highlighted cells as they look.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Filters on the screen")
struct FilterGoldenTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    let name: String
    let keys: String
    let text: String
    var after = ""
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "wrong", keys: "/", text: "ledger state=missin"),
    Screen(name: "incomplete", keys: "/", text: "ledger | "),
    Screen(name: "cells", keys: "/", text: "state=missing,stale", after: "enter"),
    Screen(name: "nothing", keys: "/", text: "host=win-z-99", after: "enter"),
    Screen(name: "completing", keys: "/", text: "ledger state=", after: "tab tab"),
    Screen(name: "highlighted", keys: "a A &", text: "ledger | host=win-b-01 state=problem", after: "enter"),
  ]

  @Test("look as recorded", arguments: screens)
  func looksAsRecorded(screen: Screen) throws {
    for (columns, rows) in GoldenScreenTests.sizes {
      var journey = try Journey(columns: columns, rows: rows)
      journey.press(screen.keys)
      journey.type(screen.text)
      journey.press(screen.after)
      let grid = draw(journey.state).grid
      Golden().expect(
        GridDump.screen(grid, letter: Self.letter), named: Self.file(screen, columns, rows))
    }
  }

  @Test("and no recorded one is left that no test asks for")
  func noOrphans() {
    let names = Self.screens.flatMap { screen in
      GoldenScreenTests.sizes.map { Self.file(screen, $0.0, $0.1) }
    }
    #expect(Golden().orphans(asked: names).isEmpty)
  }

  private static func file(_ screen: Screen, _ columns: Int, _ rows: Int) -> String {
    "\(screen.name).\(columns)x\(rows).txt"
  }

  /// What filters add is attributes: `r` reverse, `h` bold and underlined, `u` underlined, `b` bold, `d` dim.
  private static func letter(_ style: Style) -> Character? {
    if style.attributes.contains(.reverse) { return "r" }
    if style.attributes.contains([.bold, .underline]) { return "h" }
    if style.attributes.contains(.underline) { return "u" }
    if style.attributes.contains(.bold) { return "b" }
    return style.attributes.contains(.dim) ? "d" : nil
  }
}
