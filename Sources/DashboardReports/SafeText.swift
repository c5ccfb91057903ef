// Makes text from outside safe to print: nothing in it may steer a terminal, hide, or reorder what stands
// beside it. The rules are those of TerminalCanvas, which reports may not import.

/// Text that is safe to print, and the columns that it takes.
struct SafeText: Hashable {
  let text: String
  let columns: Int

  /// Replaces controls, escapes, bidirectional overrides, zero-width characters, private use and unassigned
  /// scalars by a visible substitute: `|` for a line break, `>` for a tab, `?` for all else.
  init(_ outside: String, isASCII: Bool = false) {
    if outside.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) {
      text = outside
      columns = outside.utf8.count
      return
    }
    var scanner = Scanner(isASCII: isASCII)
    for scalar in outside.unicodeScalars { scanner.take(scalar) }
    text = String(scanner.scalars)
    columns = scanner.columns
  }

  /// Whether a scalar must not be printed as it is.
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20...0x7E).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return true
    default:
      // Fillers are letters by category and blank to the eye; variation selectors change what stands before
      // them.
      return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// This text in at most the given columns, `~` for what was left out of its middle.
  func clipped(to limit: Int) -> SafeText {
    if columns <= limit { return self }
    let room = max(0, limit - 1)
    let head = Self.fitting(text.unicodeScalars, room - room / 2)
    let tail = Self.fitting(text.unicodeScalars.reversed(), room / 2).reversed()
    return SafeText(String(String.UnicodeScalarView(head)) + "~" + String(String.UnicodeScalarView(tail)))
  }

  /// This text filled with blanks to the given columns.
  func padded(to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns))
  }

  private static func fitting(_ scalars: some Sequence<Unicode.Scalar>, _ room: Int) -> [Unicode.Scalar] {
    var kept = 0
    return scalars.prefix { scalar in
      kept += ScalarColumns(scalar).count
      return kept <= room
    }
  }
}

extension SafeText {
  private struct Scanner {
    let isASCII: Bool
    var scalars = String.UnicodeScalarView()
    var columns = 0
    private var hasBase = false
    private var followsReturn = false

    init(isASCII: Bool) { self.isASCII = isASCII }

    mutating func take(_ scalar: Unicode.Scalar) {
      defer { followsReturn = scalar == "\r" }
      if scalar == "\n", followsReturn { return }
      if SafeText.isUnsafe(scalar) {
        if !scalar.properties.isVariationSelector { put(substitute(for: scalar), isBase: false) }
      } else if isASCII, !scalar.isASCII {
        putASCII(scalar)
      } else if ScalarColumns(scalar).count == 0, !hasBase {
        put("?", isBase: false)
      } else {
        put(scalar, isBase: true)
      }
    }

    private mutating func put(_ scalar: Unicode.Scalar, isBase: Bool) {
      scalars.append(scalar)
      columns += ScalarColumns(scalar).count
      hasBase = isBase
    }

    private func substitute(for scalar: Unicode.Scalar) -> Unicode.Scalar {
      switch scalar {
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": "|"
      case "\t": ">"
      default: "?"
      }
    }

    /// Our own sentences use these; names from outside become `?`.
    private mutating func putASCII(_ scalar: Unicode.Scalar) {
      switch scalar {
      case "×": put("x", isBase: true)
      case "→": for part in "->".unicodeScalars { put(part, isBase: true) }
      case "…": for part in "...".unicodeScalars { put(part, isBase: true) }
      default: put("?", isBase: true)
      }
    }
  }
}

/// The columns that a scalar takes in a terminal, near enough for tables (East Asian Width W and F as
/// blocks).
struct ScalarColumns {
  let count: Int

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x300 {
      count = 1
    } else if scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .enclosingMark
    {
      count = 0
    } else {
      count = scalar.properties.isEmojiPresentation || Self.isWide(value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x1B2FF,
      0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
