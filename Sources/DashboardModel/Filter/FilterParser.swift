// Reads the grammar of a filter: signs, parentheses, and what joins terms. Terms are read in FilterParser+Terms.

/// Reads one line. Steps are linear in the line; named filters are opened in place.
struct FilterParser {
  let text: [Character]
  var place = 0
  private let named: [String: String]
  private let opened: [String]
  private var depth: Int
  private(set) var termCount = 0

  init(_ text: String, named: [String: String]) {
    self.init(Array(text), named: named, opened: [], depth: 0)
  }

  private init(_ text: [Character], named: [String: String], opened: [String], depth: Int) {
    self.text = text
    self.named = named
    self.opened = opened
    self.depth = depth
  }

  mutating func parse() throws(FilterFault) -> FilterExpression {
    skipBlanks()
    if next == nil { return .everything }
    let expression = try alternatives()
    if next != nil { throw FilterFault(place..<place + 1, .strayParenthesis) }
    return expression
  }

  var next: Character? { place < text.count ? text[place] : nil }

  mutating func take(_ character: Character) -> Bool {
    guard next == character else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while let character = next, character.isWhitespace { place += 1 }
  }

  private mutating func alternatives() throws(FilterFault) -> FilterExpression {
    var parts = [try conjunction()]
    while take("|") { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(FilterFault) -> FilterExpression {
    var parts: [FilterExpression] = []
    skipBlanks()
    while let character = next, character != "|", character != ")" {
      parts.append(try signed())
      skipBlanks()
    }
    if parts.isEmpty { throw emptySide() }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// Nothing stands where a term should: beside `|`, or before `)`.
  private func emptySide() -> FilterFault {
    let before = text[..<place].lastIndex { !$0.isWhitespace }
    if let before, text[before] == "|" { return FilterFault(before..<before + 1, .emptyAlternative) }
    if next == "|" { return FilterFault(place..<place + 1, .emptyAlternative) }
    if next == ")", before == nil { return FilterFault(place..<place + 1, .strayParenthesis) }
    return FilterFault(place..<min(place + 1, text.count), .emptyParentheses)
  }

  private mutating func signed() throws(FilterFault) -> FilterExpression {
    let start = place
    guard take("!") || take("-") else { return try operand() }
    guard let character = next, !character.isWhitespace, character != "|", character != ")" else {
      throw FilterFault(start..<place, .nothingToNegate)
    }
    try descend(from: start)
    defer { depth -= 1 }
    return .not(try signed())
  }

  private mutating func operand() throws(FilterFault) -> FilterExpression {
    if next == "(" { return try parenthesised() }
    if next == "@" { return try namedFilter() }
    let start = place
    termCount += 1
    if termCount > Filter.mostTerms { throw FilterFault(start..<text.count, .tooManyTerms) }
    return try term()
  }

  private mutating func parenthesised() throws(FilterFault) -> FilterExpression {
    let start = place
    place += 1
    try descend(from: start)
    defer { depth -= 1 }
    skipBlanks()
    if next == nil { throw FilterFault(start..<start + 1, .unclosedParenthesis) }
    let inner = try alternatives()
    guard take(")") else { throw FilterFault(start..<start + 1, .unclosedParenthesis) }
    return inner
  }

  private mutating func descend(from start: Int) throws(FilterFault) {
    depth += 1
    if depth > Filter.deepestNesting { throw FilterFault(start..<place, .tooDeep) }
  }

  /// A named filter is read where it stands, as if in parentheses; what is wrong in it is shown at its name.
  private mutating func namedFilter() throws(FilterFault) -> FilterExpression {
    let start = place
    place += 1
    let name = String(bareText(until: []))
    let range = start..<place
    if name.isEmpty { throw FilterFault(range, .missingName) }
    guard let line = named[name] else {
      throw FilterFault(range, .unknownName(name, known: named.keys.sorted(by: NaturalOrder.precedes)))
    }
    if opened.contains(name) { throw FilterFault(range, .circularName(name)) }
    try descend(from: start)
    defer { depth -= 1 }
    var inner = FilterParser(Array(line), named: named, opened: opened + [name], depth: depth)
    inner.termCount = termCount
    do {
      let expression = try inner.parse()
      termCount = inner.termCount
      return expression
    } catch {
      throw FilterFault(range, .insideName(name, error.reason))
    }
  }

  /// Characters up to a blank, a sign of the grammar, or one of `ends`.
  mutating func bareText(until ends: Set<Character>) -> ArraySlice<Character> {
    let start = place
    while let character = next, !character.isWhitespace, !Self.endsWords.contains(character),
      !ends.contains(character)
    {
      place += 1
    }
    return text[start..<place]
  }

  /// Characters that end a word wherever they stand; in quotes they are letters.
  static let endsWords: Set<Character> = ["|", "(", ")", "\""]
}
