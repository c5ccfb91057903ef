// The drawing surface, case by case.

import DashboardTesting
import TerminalCanvas
import Testing

@Suite struct CellGridTests {
  @Test("a wide glyph that the edge would halve becomes a blank")
  func halvedAtTheEdge() {
    var grid = CellGrid(columns: 4, rows: 1)
    grid.draw("a日本", column: 0, row: 0)
    #expect(GridDump.text(grid) == "a日\n")
    grid.draw("語語", column: -1, row: 0)
    #expect(GridDump.text(grid) == " 語\n")
  }

  @Test("drawing over half of a wide glyph blanks its other half")
  func overwrittenHalf() {
    var grid = CellGrid(columns: 4, rows: 1)
    grid.draw("日本", column: 0, row: 0)
    grid.draw("x", column: 1, row: 0)
    #expect(GridDump.text(grid) == " x本\n")
    grid.fill(Rect(column: 2, row: 0, columns: 1, rows: 1), with: Glyph("y"))
    #expect(GridDump.text(grid) == " xy\n")
  }

  @Test("drawing returns the column where the next text starts")
  func nextColumn() {
    var grid = CellGrid(columns: 10, rows: 1)
    #expect(grid.draw("a日", column: 2, row: 0) == 5)
    #expect(grid.draw("far away", column: 8, row: 0) == 16)
  }

  @Test("a style keeps its colours and attributes apart")
  func style() {
    var style = Style(foreground: .palette(255), background: .palette(0), attributes: [.bold, .reverse])
    #expect(style.foreground == .palette(255))
    #expect(style.background == .palette(0))
    #expect(style.attributes == [.bold, .reverse])
    style.foreground = .terminalDefault
    style.background = .palette(17)
    style.attributes = .dim
    #expect(style == Style(background: .palette(17), attributes: .dim))
  }

  @Test("a box frames its rectangle, clips its title and returns its inside")
  func box() {
    var grid = CellGrid(columns: 12, rows: 3)
    let inside = grid.drawBox(grid.bounds, title: "credentials", glyphs: .ascii)
    #expect(GridDump.text(grid) == "+- crede~ -+\n|          |\n+----------+\n")
    #expect(inside == Rect(column: 1, row: 1, columns: 10, rows: 1))
  }

  @Test("no glyph of rules and marks is two columns wide or missing in ASCII")
  func glyphs() {
    for glyphs in [Glyphs.unicode, .ascii] {
      let all = [
        glyphs.horizontal, glyphs.vertical, glyphs.corner, glyphs.isExpanded, glyphs.isCollapsed,
        glyphs.moreAbove,
        glyphs.moreBelow, glyphs.scrollThumb, glyphs.scrollTrack, glyphs.barFull, glyphs.barEmpty,
        glyphs.check,
        glyphs.cross,
      ]
      #expect(all.allSatisfy { $0.columns == 1 && (!glyphs.isASCII || $0.isASCII) && $0 != Glyph("?") })
    }
  }

  @Test("a dump has one letter of style for each column")
  func dump() {
    var grid = CellGrid(columns: 4, rows: 1)
    grid.draw("a日", column: 0, row: 0, style: Style(attributes: .bold))
    #expect(
      GridDump.screen(grid) { $0.attributes.contains(.bold) ? "b" : nil } == "a日\n--- styles\nbbb.\n")
  }

  @Test("splitting a rectangle loses no cell")
  func splitting() {
    let rect = Rect(column: 2, row: 1, columns: 10, rows: 6)
    for count in -1...12 {
      #expect(rect.split(top: count).top.rows + rect.split(top: count).rest.rows == 6)
      #expect(rect.split(left: count).left.columns + rect.split(left: count).rest.columns == 10)
    }
    #expect(rect.split(bottom: 2).bottom == Rect(column: 2, row: 5, columns: 10, rows: 2))
    #expect(rect.split(right: 3).right == Rect(column: 9, row: 1, columns: 3, rows: 6))
    #expect(rect.inset(columns: 9, rows: 1) == Rect(column: 7, row: 2, columns: 0, rows: 4))
  }
}
