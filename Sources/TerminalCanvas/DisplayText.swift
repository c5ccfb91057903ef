// Text that is safe to draw and whose width on the screen is known.

/// Which part of a text that is too long gives way to the mark `~`.
package enum ClipPosition: Sendable {
  case start
  case middle
  case end
}

/// Text made safe for a terminal (see `GlyphScanner`), with its width in columns.
package struct DisplayText: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The safe text.
  package let text: String
  /// Columns that the text takes on the screen.
  package let columns: Int

  /// What stands for the part that was clipped; ASCII, since `…` is two columns wide on some terminals.
  package static let clipMark = "~"

  /// Makes text from outside safe and measures it.
  package init(_ outside: String) {
    if outside.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      self.init(safe: outside, columns: outside.utf8.count)
    } else {
      self.init(glyphs: GlyphScanner(outside))
    }
  }

  package init(stringLiteral value: String) {
    self.init(value)
  }

  private init(safe: String, columns: Int) {
    text = safe
    self.columns = columns
  }

  private init(glyphs: some Sequence<Glyph>) {
    var text = ""
    var columns = 0
    for glyph in glyphs {
      text += glyph.text
      columns += glyph.columns
    }
    self.init(safe: text, columns: columns)
  }

  package var description: String { text }

  package var isEmpty: Bool { columns == 0 }

  /// The glyphs of the text, in order.
  package var glyphs: GlyphScanner { GlyphScanner(text) }

  /// This text in at most the given columns, with `~` for what was left out. It may be a column shorter when a wide
  /// glyph does not fit.
  package func clipped(to limit: Int, at position: ClipPosition = .end) -> DisplayText {
    if columns <= limit { return self }
    if limit <= 0 { return DisplayText(safe: "", columns: 0) }
    let room = limit - 1
    switch position {
    case .end:
      return prefix(room) + Self.mark
    case .start:
      return Self.mark + suffix(room)
    case .middle:
      return prefix(room - room / 2) + Self.mark + suffix(room / 2)
    }
  }

  /// This text clipped and filled with blanks to exactly the given columns.
  package func padded(
    to width: Int, alignment: TextAlignment = .leading, clip position: ClipPosition = .end
  ) -> DisplayText {
    let fitting = clipped(to: width, at: position)
    let missing = max(0, width) - fitting.columns
    if missing == 0 { return fitting }
    switch alignment {
    case .leading: return fitting + .blanks(missing)
    case .trailing: return .blanks(missing) + fitting
    case .center: return .blanks(missing / 2) + fitting + .blanks(missing - missing / 2)
    }
  }

  /// That many spaces.
  package static func blanks(_ count: Int) -> DisplayText {
    DisplayText(safe: String(repeating: " ", count: max(0, count)), columns: max(0, count))
  }

  /// Two texts side by side.
  package static func + (left: DisplayText, right: DisplayText) -> DisplayText {
    DisplayText(safe: left.text + right.text, columns: left.columns + right.columns)
  }

  private static let mark = DisplayText(safe: clipMark, columns: 1)

  private var isASCII: Bool { text.utf8.count == columns }

  /// The glyphs at the start that fit.
  private func prefix(_ room: Int) -> DisplayText {
    if isASCII { return DisplayText(safe: String(text.utf8.prefix(room)) ?? "", columns: room) }
    var kept = 0
    return DisplayText(
      glyphs: glyphs.prefix { glyph in
        kept += glyph.columns
        return kept <= room
      })
  }

  /// The glyphs at the end that fit.
  private func suffix(_ room: Int) -> DisplayText {
    if isASCII { return DisplayText(safe: String(text.utf8.suffix(room)) ?? "", columns: room) }
    var kept = 0
    let tail = Array(glyphs).reversed().prefix { glyph in
      kept += glyph.columns
      return kept <= room
    }
    return DisplayText(glyphs: tail.reversed())
  }
}

/// Where a text stands in a field that is wider than it.
package enum TextAlignment: Sendable {
  case leading
  case center
  case trailing
}
