// Grids that a seed fixes, so that a test can compare what a terminal received with what was drawn.

import TerminalCanvas

/// Makes up grids full of styles, wide glyphs and combining marks.
enum ProbeGrid {
  static func make(columns: Int, rows: Int, seed: Int) -> CellGrid {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let texts = ["a", "bc", "   ", "日", "語x", "e\u{301}", "✗", "⊘∅", "----", "z", "\u{1112}\u{1161}", "~"]
    let colors: [Color] = [.terminalDefault, .palette(1), .palette(3), .palette(12), .palette(200)]
    var grid = CellGrid(columns: columns, rows: rows)
    for row in 0..<rows where random(5) > 0 {
      var column = 0
      while column < columns {
        let style = Style(
          foreground: colors[random(colors.count)], background: colors[random(colors.count)],
          attributes: TextAttributes(rawValue: UInt8(random(16))))
        for _ in 0...random(6) {
          column = grid.draw(texts[random(texts.count)], column: column, row: row, style: style)
        }
      }
    }
    return grid
  }
}
