// Properties of drawing that hold for any text: what keeps a screen whole when a cluster sends garbage.

import DashboardTesting
import TerminalCanvas
import Testing
import TextWidth

@Suite struct DrawingProperties {
  @Test("a padded text is exactly as wide as asked", arguments: 0..<200)
  func paddedWidth(seed: Int) {
    var random = SeededRandom(seed: seed)
    let text = DisplayText(GarbageText.make(using: &random))
    let width = Int.random(in: 0...50, using: &random)
    for position in [ClipPosition.start, .middle, .end] {
      for alignment in [TextAlignment.leading, .center, .trailing] {
        let padded = text.padded(to: width, alignment: alignment, clip: position)
        #expect(padded.columns == width)
        #expect(padded.glyphs.reduce(0) { $0 + $1.columns } == width)
      }
    }
  }

  @Test("a clipped text is never wider than its limit and carries the mark", arguments: 0..<200)
  func clippedWidth(seed: Int) {
    var random = SeededRandom(seed: seed)
    let text = DisplayText(GarbageText.make(using: &random))
    for limit in 0...text.columns + 1 {
      for position in [ClipPosition.start, .middle, .end] {
        let clipped = text.clipped(to: limit, at: position)
        #expect(clipped.columns <= limit)
        #expect(
          limit >= text.columns ? clipped == text : limit == 0 || clipped.text.unicodeScalars.contains("~"))
      }
    }
  }

  @Test("text that was made safe stays as it is and holds nothing a terminal obeys", arguments: 0..<200)
  func safety(seed: Int) {
    var random = SeededRandom(seed: seed)
    let text = DisplayText(GarbageText.make(using: &random))
    #expect(DisplayText(text.text) == text)
    #expect(text.text.unicodeScalars.allSatisfy { ScalarWidth($0) != .unsafe })
  }

  @Test("drawing stays inside its rectangle and keeps wide glyphs whole", arguments: 0..<200)
  func containment(seed: Int) {
    var random = SeededRandom(seed: seed)
    let untouched = Style(foreground: .palette(200))
    var grid = CellGrid(columns: 20, rows: 6, style: untouched)
    let clip = Rect(
      column: .random(in: -3...18, using: &random), row: .random(in: -2...5, using: &random),
      columns: .random(in: 0...25, using: &random), rows: .random(in: 0...8, using: &random))
    for _ in 0..<20 {
      let text = GarbageText.make(using: &random)
      grid.draw(
        text, column: .random(in: -10...22, using: &random), row: .random(in: -2...8, using: &random),
        clip: clip)
      grid.fill(
        Rect(column: .random(in: 0...19, using: &random), row: 2, columns: 1, rows: 1).intersection(clip))
    }
    for row in 0..<6 {
      #expect(grid.row(row).reduce(0) { $0 + $1.glyph.columns } == 20)
      for column in 0..<20 where !clip.contains(column: column, row: row) {
        #expect(grid[column, row] == Cell(style: untouched))
      }
      for column in 0..<20 {
        #expect(grid[column, row].isContinuation == (column > 0 && grid[column - 1, row].glyph.isWide))
      }
    }
  }
}
