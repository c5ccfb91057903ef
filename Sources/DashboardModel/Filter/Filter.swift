// A filter as an operator writes it: `ledger state=missing,stale | severity>=critical -ns=test`.

/// What an operator asks to see, read from one line of text. docs/filter.md is its page for people.
///
/// Precedence, tightest first: `!` or `-` before a term (not), blanks between terms (and), `|` (or). Parentheses group.
public struct Filter: Hashable, Sendable {
  /// The line as written.
  public let text: String
  /// What it says.
  public let expression: FilterExpression

  /// The filter that lets everything through.
  public init() {
    text = ""
    expression = .everything
  }

  /// Reads a line. `named` holds the filters that `@name` stands for, as their own lines.
  ///
  /// - Throws: `FilterFault` with the characters that are wrong. An empty or blank line is the filter that lets
  ///   everything through.
  public init(_ text: String, named: [String: String] = [:]) throws(FilterFault) {
    self.text = text
    var parser = FilterParser(text, named: named)
    expression = try parser.parse()
  }

  /// Whether it lets everything through.
  public var isEmpty: Bool { expression == .everything }

  /// Whether it asks about cells (`state`, `severity`, `age`) and not about names alone.
  public var asksAboutCells: Bool { expression.terms.contains { $0.isAboutCells } }

  /// Whether its answer changes as time passes.
  public var dependsOnTime: Bool { expression.terms.contains { $0.dependsOnTime } }

  /// The most terms that a filter may have, named filters opened.
  public static let mostTerms = 32
  /// How deep parentheses, signs and named filters may stand in each other.
  public static let deepestNesting = 16
}

/// Terms and how they are joined.
public indirect enum FilterExpression: Hashable, Sendable {
  /// No term: everything.
  case everything
  /// One term.
  case term(FilterTerm)
  /// What does not satisfy it.
  case not(FilterExpression)
  /// What satisfies each of them.
  case all([FilterExpression])
  /// What satisfies one of them.
  case any([FilterExpression])

  /// Every term in it, in the order of the text.
  public var terms: [FilterTerm] {
    switch self {
    case .everything: []
    case .term(let term): [term]
    case .not(let inner): inner.terms
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    }
  }
}
