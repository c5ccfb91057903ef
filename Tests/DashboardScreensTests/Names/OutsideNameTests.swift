// Names from outside on the screens: safe, measured in columns, and cut at the edge of one.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing
import TextWidth

@Suite("Names from outside")
struct OutsideNameTests {
  /// One name of each kind that has broken terminal programs.
  private static let names = [
    // Two columns a glyph, one of them at an odd column.
    "請求書サービス", "a請求書サービス", "결제-서비스",
    // Marks on a base: one column, more marks than a cell holds, a mark with nothing to sit on.
    "cafe\u{301}-spec", "z\u{300}\u{301}\u{302}\u{303}algo", "\u{301}lead",
    // Emoji: a family of joined people, a flag of two letters, a keycap, a skin tone, text made an emoji by a selector.
    "👨\u{200D}👩\u{200D}👧-team", "🇩🇪-flag", "1\u{FE0F}\u{20E3}-keycap", "👍🏽-tone", "✔\u{FE0F}-check",
    // Written from right to left, and what turns text around.
    "שירות-חיוב", "خدمة-الفواتير", "safe\u{202E}gpj.exe", "iso\u{2066}x\u{2069}",
    // What a terminal obeys, and what nobody sees.
    "\u{1B}[31mred\u{1B}[0m", "bell\u{7}", "tab\tbed", "line\r\nbreak", "zero\u{200B}width", "c1\u{9B}31m",
    "private\u{E000}", "filler\u{3164}",
  ]
  private static let sizes = [(80, 24), (40, 10)]
  private static let views = [("specs", "1"), ("services", "2"), ("references", "3"), ("transposed", "1 x")]
  private static let recorded = Golden(folder: "Golden")

  @Test("names of every kind look as recorded on every face", arguments: views.map(\.0))
  func looksAsRecorded(view: String) throws {
    let keys = try #require(Self.views.first { $0.0 == view }).1
    for (columns, rows) in Self.sizes {
      var journey = try Journey(NamedPicture(Self.names).picture, columns: columns, rows: rows)
      journey.press(keys)
      let grid = draw(journey.state).grid
      expectWhole(grid)
      Self.recorded.expect(GridDump.text(grid), named: "\(view).\(columns)x\(rows).txt")
    }
  }

  @Test("no golden screen of names is left that no test asks for")
  func noOrphans() {
    let asked = Self.views.flatMap { view in Self.sizes.map { "\(view.0).\($0.0)x\($0.1).txt" } }
    #expect(Self.recorded.orphans(asked: asked).isEmpty)
  }

  @Test("what a name of each kind becomes, and how wide it is")
  func table() {
    var lines: [String] = []
    for name in Self.names {
      let shown = DisplayText(name)
      let cut = shown.padded(to: 8)
      #expect(cut.columns == 8)
      lines.append("\(Self.escaped(name)) -> |\(shown.text)| \(shown.columns), in 8 columns |\(cut.text)|")
    }
    Golden(folder: "GoldenTable").expect(lines.joined(separator: "\n") + "\n", named: "names.txt")
  }

  @Test("any scalars in names leave every row exactly as wide as the screen, on any page", arguments: 0..<60)
  func anyScalars(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let isASCII = seed.isMultiple(of: 3)
    var journey = try Journey(HostilePicture(seed: seed).picture, theme: "high-contrast", isASCII: isASCII)
    let keys = CommandTable.all.filter { !Self.leaving.contains($0.name) }.flatMap(\.keys)
    for _ in 0..<25 {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        journey.act(
          .sizeChanged(
            columns: .random(in: 1...130, using: &random), rows: .random(in: 1...40, using: &random)))
      case 1: journey.act(.pasted(GarbageText.make(upTo: 12, using: &random)))
      default: journey.act(.keyPressed(keys.randomElement(using: &random) ?? .down))
      }
      let grid = draw(journey.state).grid
      #expect(grid.columns == journey.state.columns && grid.rows == journey.state.rows)
      expectWhole(grid)
      if isASCII { #expect(grid.cells.allSatisfy { $0.glyph.isASCII }) }
    }
  }

  @Test("names that differ only in what nobody sees do not look alike")
  func unseenIsSeen() {
    for (left, right) in [
      ("web", "we\u{200B}b"), ("web", "\u{202E}web"), ("web", "web\u{7}"), ("a", "a\u{3164}"),
    ] {
      #expect(DisplayText(left).text != DisplayText(right).text)
    }
  }

  private static let leaving: Set<String> = ["quit", "back or quit", "suspend"]

  /// Each row takes exactly the columns of the screen, no half of a wide glyph stands alone, and nothing is unsafe.
  private func expectWhole(_ grid: CellGrid) {
    for row in 0..<grid.rows {
      let cells = Array(grid.row(row))
      let isPaired = cells.indices.allSatisfy { column in
        cells[column].isContinuation == (column > 0 && cells[column - 1].glyph.isWide)
      }
      // What a terminal is sent measures the same again, so nothing in it joins or vanishes.
      let text = cells.map(\.glyph.text).joined()
      let isWhole =
        isPaired && cells.last?.glyph.isWide != true
        && cells.reduce(0) { $0 + $1.glyph.columns } == grid.columns
        && DisplayText(text).columns == grid.columns
        && text.unicodeScalars.allSatisfy { ScalarWidth($0) != .unsafe }
      if !isWhole { Issue.record("row \(row) of \(grid.columns)x\(grid.rows): \(text)") }
    }
  }

  private static func escaped(_ name: String) -> String {
    name.unicodeScalars.map {
      $0.isASCII && $0.value > 0x1F ? String($0) : "<\(String($0.value, radix: 16))>"
    }
    .joined()
  }
}
