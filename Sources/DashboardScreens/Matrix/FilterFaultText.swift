// The words for a wrong filter and for one that nothing answers to: what is wrong, what was expected.

package import DashboardModel
import StructuredText

/// Words about filters for the operator.
package enum FilterFaultText {
  /// What is wrong, in one short sentence: it stands beside the line with the wrong characters marked.
  package static func words(_ reason: FilterFault.Reason) -> String {
    switch reason {
    case .nothingToNegate: "nothing stands behind this sign"
    case .emptyAlternative: "a term is missing beside |"
    case .unclosedParenthesis: "this ( is not closed"
    case .strayParenthesis: "this ) was not opened"
    case .emptyParentheses: "nothing stands in these parentheses"
    case .unclosedQuote: "this quote is not closed"
    case .missingName: "the name of a filter is missing"
    case .unknownName(let name, let known): unknown("filter", name, known: known)
    case .circularName(let name): "@\(name) is needed to read @\(name)"
    case .insideName(let name, let inner): "in @\(name): \(words(inner))"
    case .unknownKey(let word): unknown("key", word, known: FilterKey.allCases.map(\.rawValue))
    case .missingValue(let key): "a value of \(key.rawValue) is missing"
    case .missingLabelKey: "write label:KEY=VALUE"
    case .unsuitableComparison(let key, let comparison):
      "\(key.rawValue) takes \(comparisons(of: key)), not \(comparison.rawValue)"
    case .unknownValue(let key, let word, let known): unknown(key.rawValue, word, known: known)
    case .unknownDuration: "write a time such as 90s, 5m, 2h or 1d"
    case .pattern(let fault): words(fault)
    case .tooManyTerms: "more than \(Filter.mostTerms) terms"
    case .tooDeep: "more than \(Filter.deepestNesting) levels"
    }
  }

  private static func unknown(_ noun: String, _ word: String, known: [String]) -> String {
    if let nearest = nearestKey(to: word, among: known) {
      return "no \(noun) is called \"\(word)\"; \(nearest)?"
    }
    if known.isEmpty || known.count > 7 { return "no \(noun) is called \"\(word)\"" }
    return "no \(noun) is called \"\(word)\": \(known.joined(separator: " "))"
  }

  private static func comparisons(of key: FilterKey) -> String {
    switch key {
    case .age: "> >= < <= and =unknown"
    case .severity: "= != > >= < <="
    default: "= and !="
    }
  }

  private static func words(_ fault: LinearPatternFault) -> String {
    switch fault {
    case .empty: "the expression is empty"
    case .unclosedGroup: "a ( of the expression is not closed"
    case .strayGroupEnd: "a ) of the expression was not opened"
    case .unclosedSet: "a [ of the expression is not closed"
    case .reversedRange: "a range of the expression runs backwards"
    case .nothingToRepeat: "nothing to repeat in the expression"
    case .badCount: "a count is {2}, {2,} or {2,5}, up to 64"
    case .unknownEscape(let letter): "\\\(letter) means nothing here"
    case .unknownGroup: "(? is not read: no look-around"
    case .tooLong: "the expression has more than 64 places"
    case .tooDeep: "more than \(Filter.deepestNesting) levels"
    }
  }

  /// Why nothing on a face answers to a term.
  package static func words(unmatched term: FilterTerm) -> String {
    switch term {
    case .name(.expression(let pattern)): "no name is described by /\(pattern.source)/"
    case .name(let pattern): "no name contains \"\(pattern.text)\""
    case .namespace(let values): "no service is in namespace \(list(values))"
    case .cluster(let values): "no cluster is called \(list(values))"
    case .subject(let axis, let values): "no \(axis.word) is called \(list(values))"
    case .label(let key, let values) where values.isEmpty: "nothing has a label \"\(key)\""
    case .label(let key, let values): "nothing has the label \(key)=\(list(values))"
    case .delivery: "no credspec is delivered so"
    case .state, .severity, .age, .ageUnknown: "no cell answers to it"
    }
  }

  private static func list(_ values: [NamePattern]) -> String {
    values.map { value in
      if case .expression(let pattern) = value { "/\(pattern.source)/" } else { "\"\(value.text)\"" }
    }.joined(separator: " or ")
  }
}
