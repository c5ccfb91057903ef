// The glyphs of rules, boxes, bars and marks in Unicode and ASCII. All are one column wide on every terminal: the usual
// box drawing characters are not, since East Asian terminals draw them two columns wide.

/// The glyphs that screens are built of.
package struct Glyphs: Hashable, Sendable {
  /// True when only ASCII may be drawn.
  package let isASCII: Bool

  package init(isASCII: Bool) {
    self.isASCII = isASCII
  }

  package static let unicode = Glyphs(isASCII: false)
  package static let ascii = Glyphs(isASCII: true)

  /// The Unicode text or its ASCII stand-in.
  package func choose(_ unicode: String, ascii: String) -> Glyph {
    Glyph(isASCII ? ascii : unicode)
  }

  package var horizontal: Glyph { choose("\u{254C}", ascii: "-") }
  package var vertical: Glyph { choose("\u{254E}", ascii: "|") }
  package var corner: Glyph { choose("+", ascii: "+") }
  package var isExpanded: Glyph { choose("\u{25BE}", ascii: "v") }
  package var isCollapsed: Glyph { choose("\u{25B8}", ascii: ">") }
  package var moreAbove: Glyph { choose("\u{25B4}", ascii: "^") }
  package var moreBelow: Glyph { choose("\u{25BE}", ascii: "v") }
  package var scrollThumb: Glyph { choose("\u{25AE}", ascii: "#") }
  package var scrollTrack: Glyph { choose("\u{254E}", ascii: "|") }
  package var barFull: Glyph { choose("\u{25AE}", ascii: "#") }
  package var barEmpty: Glyph { choose("\u{25AF}", ascii: ".") }
  package var check: Glyph { choose("\u{2713}", ascii: "v") }
  package var cross: Glyph { choose("\u{2717}", ascii: "X") }
}
