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

  init(_ text: [UInt8]) {
    // Most files have no alias at all; nothing else needs to be known of them.
    guard text.contains(UInt8(ascii: "*")), text.contains(UInt8(ascii: "&")) else { return }
    var line = 1
    var flow = 0
    var deepestFlow = 0
    var column = 0
    var deepestColumn = 0
    var isInIndentation = true
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case Byte.lineFeed:
        line += 1
        column = -1
        isInIndentation = true
      case UInt8(ascii: "&"): anchors += 1
      case UInt8(ascii: "*"):
        if aliases == 0 { firstAliasLine = line }
        aliases += 1
        if Self.isKey(Self.nameEnd(text, from: index + 1), in: text) { hasSuspiciousKey = true }
      case Byte.openBrace, Byte.openBracket:
        flow += 1
        deepestFlow = max(deepestFlow, flow)
      case Byte.closeBrace, Byte.closeBracket:
        flow = max(0, flow - 1)
        if Self.isKey(index + 1, in: text) { hasSuspiciousKey = true }
      case UInt8(ascii: "?"):
        if index + 1 == text.count || Byte.isWhitespace(text[index + 1]) { hasSuspiciousKey = true }
      default: break
      }
      column += 1
      let isIndent =
        byte == Byte.space || byte == Byte.minus || byte == UInt8(ascii: "?") || byte == Byte.lineFeed
      if isInIndentation, !isIndent {
        isInIndentation = false
        deepestColumn = max(deepestColumn, column)
      }
    }
    nesting = deepestFlow + deepestColumn / 2 + 1
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
