// The text of one cell: a base character with its combining marks, packed into one word.

/// What a terminal draws in one cell or, when it is wide, in two: a base scalar and up to two combining marks.
/// Every glyph is safe to send to a terminal: `GlyphScanner` makes them from text of any origin.
package struct Glyph: Hashable, Sendable {
  /// Bits 0...20 base scalar, 21...41 and 42...62 combining marks (0 is none), bit 63 set when two columns wide.
  private let bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  init(base: Unicode.Scalar, isWide: Bool) {
    bits = UInt64(base.value) | (isWide ? 1 << 63 : 0)
  }

  /// An empty cell.
  package static let blank = Glyph(bits: 0x20)

  /// The right half of the wide glyph in the cell to the left.
  package static let continuation = Glyph(bits: 0x1F_FFFF)

  /// The glyph of a printable ASCII character; of any other byte the substitute `?`.
  package init(ascii byte: UInt8) {
    bits = (0x20...0x7E).contains(byte) ? UInt64(byte) : 0x3F
  }

  /// The first glyph of a text, a blank when the text is empty.
  package init(_ text: String) {
    var scanner = GlyphScanner(text)
    self = scanner.next() ?? .blank
  }

  /// Columns taken on the screen: 1 or 2, 0 for the continuation of a wide glyph.
  package var columns: Int {
    self == .continuation ? 0 : isWide ? 2 : 1
  }

  package var isWide: Bool { bits >> 63 == 1 }

  /// The base scalar; a space for a continuation.
  package var base: Unicode.Scalar { Unicode.Scalar(UInt32(bits & 0x1F_FFFF)) ?? " " }

  /// The first combining mark on the base.
  package var firstMark: Unicode.Scalar? { mark(shift: 21) }

  /// The second combining mark on the base.
  package var secondMark: Unicode.Scalar? { mark(shift: 42) }

  /// True for a single printable ASCII character.
  package var isASCII: Bool { bits < 0x7F }

  /// The glyph as text, empty for a continuation.
  package var text: String {
    if self == .continuation { return "" }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    if let firstMark { scalars.append(firstMark) }
    if let secondMark { scalars.append(secondMark) }
    return String(scalars)
  }

  /// This glyph with one more combining mark; a third mark is left out, cells have no room for it.
  func adding(mark: Unicode.Scalar) -> Glyph {
    if bits >> 21 & 0x1F_FFFF == 0 { return Glyph(bits: bits | UInt64(mark.value) << 21) }
    if bits >> 42 & 0x1F_FFFF == 0 { return Glyph(bits: bits | UInt64(mark.value) << 42) }
    return self
  }

  private func mark(shift: UInt64) -> Unicode.Scalar? {
    let value = UInt32(bits >> shift & 0x1F_FFFF)
    return value == 0 ? nil : Unicode.Scalar(value)
  }
}
