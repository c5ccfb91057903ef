// Turns text of any origin into glyphs that are safe to draw: the one gate between outside text and the screen.

import TextWidth

/// Reads text as glyphs. What a terminal might obey, hide or reorder (controls, escapes, bidirectional overrides,
/// zero-width characters, private use) becomes a visible substitute of one column, so that two names which differ
/// only there do not look alike: `|` for a line break, `>` for a tab, `?` for all else.
package struct GlyphScanner: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  private var pending: Unicode.Scalar?

  package init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
  }

  package mutating func next() -> Glyph? {
    guard let scalar = take() else { return nil }
    if (0x20...0x7E).contains(scalar.value) {
      return withMarks(Glyph(base: scalar, isWide: false))
    }
    switch ScalarWidth(scalar) {
    case .one: return withMarks(Glyph(base: scalar, isWide: false))
    case .two: return withMarks(Glyph(base: scalar, isWide: true))
    case .mark, .unsafe: return substitute(for: scalar)
    }
  }

  private mutating func take() -> Unicode.Scalar? {
    if let scalar = pending {
      pending = nil
      return scalar
    }
    return scalars.next()
  }

  /// Collects the combining marks that follow the base. Variation selectors are dropped: they would make a terminal
  /// change the width of the base after we measured it.
  private mutating func withMarks(_ base: Glyph) -> Glyph {
    var glyph = base
    while let scalar = scalars.next() {
      let width = scalar.value < 0x300 ? .one : ScalarWidth(scalar)
      if width == .mark {
        glyph = glyph.adding(mark: scalar)
      } else if width != .unsafe || !scalar.properties.isVariationSelector {
        pending = scalar
        break
      }
    }
    return glyph
  }

  private mutating func substitute(for scalar: Unicode.Scalar) -> Glyph {
    if scalar == "\r", let following = take(), following != "\n" { pending = following }
    return Glyph(base: Substitute.of(scalar), isWide: false)
  }
}
