// What ncurses really sends is what was drawn.

import DashboardTesting
import TerminalCanvas
import Glibc
import Testing

@testable import terminal_probe

@Suite struct PictureTests {
  @Test("the terminal shows frame after frame as drawn", arguments: [(80, 24), (121, 37), (33, 9)])
  func frames(columns: Int, rows: Int) throws {
    let terminal = try ProbeRun.start(columns: columns, rows: rows)
    for seed in 1...12 {
      let expected = ProbeGrid.make(columns: columns, rows: rows, seed: seed)
      terminal.type("r")
      let isShown = terminal.wait { $0.grid.rendered == expected.rendered }
      #expect(isShown, "seed \(seed)\n\(Golden.difference(GridDump.text(expected), terminal.screen.text))")
      if !isShown { break }
    }
    #expect(terminal.screen.unknown == [])
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
    #expect(terminal.leftovers == [])
  }

  @Test("a frame like the one before sends nothing but what changed")
  func smallChange() throws {
    let terminal = try ProbeRun.start()
    terminal.type("x")
    #expect(terminal.wait(for: "event key x\ncount 1;"))
    let before = terminal.received.count
    terminal.type("y")
    #expect(terminal.wait(for: "count 2;"))
    #expect(terminal.received.count - before < 100)
  }

  @Test("the screen follows a storm of sizes")
  func resizeStorm() throws {
    let terminal = try ProbeRun.start()
    for (columns, rows) in [(1, 1), (2, 2), (20, 5), (500, 200), (132, 43), (3, 100), (40, 10), (100, 30)] {
      terminal.resize(columns: columns, rows: rows)
    }
    #expect(terminal.wait(for: "size 100x30"))
    #expect(terminal.wait(for: "wide 日本"))
    terminal.type("q")
    #expect(terminal.waitForExit() == 0)
  }

  @Test("a size that came back before the program looked is drawn anew")
  func sizeThatCameBack() throws {
    let terminal = try ProbeRun.start()
    let before = terminal.received.count
    kill(terminal.process, SIGWINCH)
    #expect(
      terminal.wait { _ in
        String(decoding: terminal.received.dropFirst(before), as: UTF8.self).contains("probe ready")
      })
  }
}

extension CellGrid {
  /// The cells as far as an operator can tell them apart: a blank's text colour, boldness and dimness are invisible.
  fileprivate var rendered: [Cell] {
    cells.map { cell in
      guard cell.glyph == .blank || cell.isContinuation else { return cell }
      var cell = cell
      cell.style = cell.isContinuation ? .plain : cell.style.ofBlank
      return cell
    }
  }
}

extension Style {
  fileprivate var ofBlank: Style {
    var style = self
    style.attributes.formIntersection([.underline, .reverse])
    if style.attributes.isEmpty { style.foreground = .terminalDefault }
    return style
  }
}
