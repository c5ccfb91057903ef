// Names from a cluster as words of a command line: a name must never become a command when the line is pasted.

/// Quotes names for the shells that operators paste commands into. Control characters cannot stand in a pasted line;
/// they become `?`.
enum QuotedWord {
  /// For sh and bash: bare where nothing in it is special, else in single quotes.
  static func posix(_ name: String) -> String {
    let clean = printable(name)
    if isPlain(clean) { return clean }
    return "'" + clean.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// For PowerShell: always in single quotes, where only the quote itself (and its typographic kin) is special.
  static func powerShell(_ name: String) -> String {
    var quoted = "'"
    for character in printable(name) {
      quoted.append(character)
      if "'\u{2018}\u{2019}\u{201A}\u{201B}".contains(character) { quoted.append(character) }
    }
    return quoted + "'"
  }

  /// A leading dash would be read as an option.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "._-/:=@".utf8.contains(byte)
      }
    }
  }

  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .lineSeparator, .paragraphSeparator: "?"
          default: scalar
          }
        }))
  }
}
