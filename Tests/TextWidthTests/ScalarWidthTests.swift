// What may be shown at all. That widths are those of the C library is held where ncurses is, in NcursesTerminalTests.

import Testing
import TextWidth

@Suite("Scalars and their widths")
struct ScalarWidthTests {
  private static let unsafeCategories: Set<Unicode.GeneralCategory> = [
    .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
  ]

  /// What joins its neighbour in some terminals and not in others: the letters of flags, the skin tones of emoji.
  private static let joining = Set(0x1F1E6...0x1F1FF as ClosedRange<UInt32>).union(0x1F3FB...0x1F3FF)

  @Test("what steers, hides, reorders or joins is unsafe, and nothing else is, whichever short cut is taken")
  func unsafe() {
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let expected =
        Self.unsafeCategories.contains(properties.generalCategory) || properties.isDefaultIgnorableCodePoint
        || Self.joining.contains(value)
      if (ScalarWidth(scalar) == .unsafe) != expected { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(
    "a scalar takes the columns that a terminal gives it",
    arguments: [
      ("a", 1), ("é", 1), ("\u{301}", 0), ("│", 1), ("漢", 2), ("한", 2), ("\u{1161}", 0), ("✅", 2),
    ] as [(Unicode.Scalar, Int)])
  func columns(scalar: Unicode.Scalar, columns: Int) {
    #expect(ScalarWidth(scalar).columns == columns)
  }

  @Test(
    "what is blank to the eye or changes its neighbour is unsafe",
    arguments: [
      "\u{115F}", "\u{1160}", "\u{3164}", "\u{FFA0}", "\u{34F}", "\u{FE0F}", "\u{E0100}", "\u{200B}",
    ] as [Unicode.Scalar])
  func ignorable(scalar: Unicode.Scalar) {
    #expect(ScalarWidth(scalar) == .unsafe)
  }

  @Test(
    "a substitute is one column of ASCII",
    arguments: ["\n", "\t", "\u{202E}", "\u{2028}"] as [Unicode.Scalar])
  func substitutes(scalar: Unicode.Scalar) {
    #expect(Substitute.of(scalar).isASCII)
    #expect(ScalarWidth(Substitute.of(scalar)) == .one)
  }
}
