// Makes text from outside safe to print: nothing in it may steer a terminal, hide, or reorder what stands
// beside it. What is unsafe, how wide and shown as what is TextWidth's to say, for the screen and for reports.

import TextWidth

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
      kept += ScalarWidth(scalar).columns
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
      switch ScalarWidth(scalar) {
      case .unsafe where hasBase && scalar.properties.isVariationSelector: break
      case .unsafe: put(Substitute.of(scalar), isBase: false)
      case _ where isASCII && !scalar.isASCII: putASCII(scalar)
      case .mark where !hasBase: put("?", isBase: false)
      case .mark, .one, .two: put(scalar, isBase: true)
      }
    }

    private mutating func put(_ scalar: Unicode.Scalar, isBase: Bool) {
      scalars.append(scalar)
      columns += ScalarWidth(scalar).columns
      hasBase = isBase
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
