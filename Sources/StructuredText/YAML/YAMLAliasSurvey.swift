// A look over YAML text for aliases that could hurt, before a parser builds anything.

/// Counts that are never too low: quotes and comments are not told from the rest, so the text may be less
/// dangerous than it looks here, never more.
struct YAMLAliasSurvey {
  private(set) var anchors = 0
  private(set) var aliases = 0
  private(set) var firstAliasLine = 1
  /// How deep brackets or indentation go.
  private(set) var nesting = 1
  /// An alias or a collection may be a key.
  private(set) var hasSuspiciousKey = false

  private var line = 1
  private var openBrackets = 0
  private var deepestBrackets = 0

  init(_ text: [UInt8]) {
    // Most files have no alias at all; nothing else needs to be known of them.
    guard text.contains(UInt8(ascii: "*")), text.contains(UInt8(ascii: "&")) else { return }
    for index in text.indices { take(index, of: text) }
    nesting = deepestBrackets + Self.deepestIndentation(text) / 2 + 1
  }

  private mutating func take(_ index: Int, of text: [UInt8]) {
    switch text[index] {
    case Byte.lineFeed: line += 1
    case UInt8(ascii: "&"): anchors += 1
    case UInt8(ascii: "*"):
      if aliases == 0 { firstAliasLine = line }
      aliases += 1
      if Self.isKey(Self.nameEnd(text, from: index + 1), in: text) { hasSuspiciousKey = true }
    case Byte.openBrace, Byte.openBracket:
      openBrackets += 1
      deepestBrackets = max(deepestBrackets, openBrackets)
    case Byte.closeBrace, Byte.closeBracket:
      openBrackets = max(0, openBrackets - 1)
      if Self.isKey(index + 1, in: text) { hasSuspiciousKey = true }
    case UInt8(ascii: "?"):
      if index + 1 == text.count || Byte.isWhitespace(text[index + 1]) { hasSuspiciousKey = true }
    default: break
    }
  }

  /// The column of the first character of a line that opens no level by itself: blanks and dashes do.
  private static func deepestIndentation(_ text: [UInt8]) -> Int {
    text.split(separator: Byte.lineFeed).reduce(0) { deepest, line in
      max(deepest, line.prefix { $0 == Byte.space || $0 == Byte.minus || $0 == UInt8(ascii: "?") }.count)
    }
  }

  private static func nameEnd(_ text: [UInt8], from start: Int) -> Int {
    var index = start
    while index < text.count, !Byte.isWhitespace(text[index]), text[index] != Byte.comma,
      text[index] != Byte.closeBrace, text[index] != Byte.closeBracket, text[index] != Byte.colon
    {
      index += 1
    }
    return index
  }

  /// True when a colon follows, after blanks at most.
  private static func isKey(_ index: Int, in text: [UInt8]) -> Bool {
    var index = index
    while index < text.count, text[index] == Byte.space || text[index] == Byte.tab { index += 1 }
    return index < text.count && text[index] == Byte.colon
  }
}
