// How many columns a scalar takes, and whether it may be shown at all: the one rule of the screen and of reports, so
// that no name is safe in one and not in the other. The table was generated from Unicode's East Asian Width (W and F)
// as glibc 2.36 has it; a test compares every scalar with the C library's `wcwidth`, because ncurses places what it
// draws by that.

/// The columns that one Unicode scalar takes in a terminal.
package enum ScalarWidth: Sendable {
  case one
  case two
  /// A combining mark: it sits on the glyph before it.
  case mark
  /// Must not reach a terminal: controls, format characters, surrogates, private use and unassigned scalars, and what
  /// Unicode calls ignorable. Fillers such as U+3164 are letters by category and blank to the eye; variation selectors
  /// change the width of what stands before them. So do the modifiers of emoji, and the letters that flags are spelled
  /// with: terminals that join them draw fewer columns than the C library counts, and shift all that follows.
  case unsafe

  /// Looks a scalar up. Fast for what screens are made of.
  package init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x300 {
      self = value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? .unsafe : .one
      return
    }
    switch value {
    // What screens draw thousands of times a frame (arrows, operators, geometric shapes, marks) and ideographs: all
    // of these blocks are alike, so there is no need to look the scalar up.
    case 0x2190...0x2319, 0x2500...0x25FC, 0x2710...0x2727: self = .one
    case 0x4E00...0x9FFC, 0xAC00...0xD7A3: self = .two
    default: self.init(lookedUp: scalar)
    }
  }

  /// The columns that the scalar adds to what stands before it; for an unsafe one, those of its substitute.
  package var columns: Int {
    switch self {
    case .mark: 0
    case .one, .unsafe: 1
    case .two: 2
    }
  }

  private init(lookedUp scalar: Unicode.Scalar) {
    let value = scalar.value
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isEmojiModifier || Self.spellsFlags(value) {
      self = .unsafe
      return
    }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      self = .unsafe
    case .nonspacingMark, .enclosingMark:
      self = .mark
    default:
      // Vowels and finals of conjoining Hangul sit in the square of the initial before them.
      let isHangulPart = (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
      self = isHangulPart ? .mark : Self.isWide(value) ? .two : .one
    }
  }

  /// The regional indicators: two of them are one flag, where they are joined.
  private static func spellsFlags(_ value: UInt32) -> Bool { (0x1F1E6...0x1F1FF).contains(value) }

  private static func isWide(_ value: UInt32) -> Bool {
    if value < 0x1100 { return false }
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > wideRanges[middle * 2 + 1] { low = middle + 1 } else { high = middle }
    }
    return low < wideRanges.count / 2 && value >= wideRanges[low * 2]
  }

  /// First and last scalar of each wide range, ascending.
  private static let wideRanges: [UInt32] = [
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3,
    0x25FD, 0x25FE, 0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA,
    0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA, 0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B,
    0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757, 0x2795, 0x2797,
    0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x2E80, 0x3029,
    0x302E, 0x303E, 0x3041, 0x3096, 0x309B, 0xA4C6, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAD9,
    0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0, 0x16FE3, 0x16FF0, 0x1B2FB,
    0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F200, 0x1F320,
    0x1F32D, 0x1F335, 0x1F337, 0x1F37C, 0x1F37E, 0x1F393, 0x1F3A0, 0x1F3CA, 0x1F3CF, 0x1F3D3,
    0x1F3E0, 0x1F3F0, 0x1F3F4, 0x1F3F4, 0x1F3F8, 0x1F43E, 0x1F440, 0x1F440, 0x1F442, 0x1F4FC,
    0x1F4FF, 0x1F53D, 0x1F54B, 0x1F54E, 0x1F550, 0x1F567, 0x1F57A, 0x1F57A, 0x1F595, 0x1F596,
    0x1F5A4, 0x1F5A4, 0x1F5FB, 0x1F64F, 0x1F680, 0x1F6C5, 0x1F6CC, 0x1F6CC, 0x1F6D0, 0x1F6D2,
    0x1F6D5, 0x1F6DF, 0x1F6EB, 0x1F6EC, 0x1F6F4, 0x1F6FC, 0x1F7E0, 0x1F7F0, 0x1F90C, 0x1F93A,
    0x1F93C, 0x1F945, 0x1F947, 0x1F9FF, 0x1FA70, 0x1FAF6, 0x20000, 0x3134A,
  ]
}
