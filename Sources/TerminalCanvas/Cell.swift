// One position of the screen: a glyph and how it looks.

/// One position of the screen.
package struct Cell: Hashable, Sendable {
  package var glyph: Glyph
  package var style: Style

  package init(glyph: Glyph = .blank, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// An empty cell in the terminal's plain style.
  package static let blank = Cell()

  /// True for the right half of a wide glyph.
  package var isContinuation: Bool { glyph == .continuation }
}
