// Reads terms: words, quoted words, regular expressions, and keys with their values.

extension FilterParser {
  /// Stands on the first character of a term.
  mutating func term() throws(FilterFault) -> FilterExpression {
    if next == "\"" { return .term(.name(.part(try quoted()))) }
    if next == "/" { return .term(.name(.expression(try expression()))) }
    let start = place
    let word = String(bareText(until: Self.comparisonSigns.union(["!"])))
    if word.lowercased().hasPrefix(Self.labelOpening) { return try label(word, from: start) }
    guard let comparison = takeComparison() else {
      // `!` inside a word is a letter, unless `=` follows.
      return .term(.name(.part(word + String(bareText(until: Self.comparisonSigns)))))
    }
    guard let key = FilterKey(word: word), key != .label else {
      if FilterKey(word: word) == .label { throw FilterFault(start..<place, .missingLabelKey) }
      throw FilterFault(start..<start + max(1, word.count), .unknownKey(word))
    }
    return try keyed(key, comparison, start..<place)
  }

  private static let comparisonSigns: Set<Character> = ["=", "<", ">"]
  static let labelOpening = "label:"

  private mutating func takeComparison() -> FilterComparison? {
    for length in [2, 1] where place + length <= text.count {
      if let comparison = FilterComparison(rawValue: String(text[place..<place + length])) {
        place += length
        return comparison
      }
    }
    return nil
  }

  private mutating func keyed(
    _ key: FilterKey, _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> FilterExpression {
    let term: FilterTerm
    switch key {
    case .severity: return .term(try severity(comparison, opening))
    case .age: return try age(comparison, opening)
    case .namespace: term = .namespace(try names(key, comparison, opening))
    case .cluster: term = .cluster(try names(key, comparison, opening))
    case .host: term = .subject(.host, try names(key, comparison, opening))
    case .service: term = .subject(.service, try names(key, comparison, opening))
    case .credspec: term = .subject(.credentialSpec, try names(key, comparison, opening))
    case .state: term = .state(try states(comparison, opening))
    case .delivery: term = .delivery(try deliveries(comparison, opening))
    case .label: throw FilterFault(opening, .missingLabelKey)
    }
    return comparison == .notEqual ? .not(.term(term)) : .term(term)
  }

  /// `label:KEY`, `label:KEY=VALUE`, `label:KEY!=VALUE`.
  private mutating func label(_ word: String, from start: Int) throws(FilterFault) -> FilterExpression {
    let key = String(word.dropFirst(Self.labelOpening.count))
    if key.isEmpty { throw FilterFault(start..<place, .missingLabelKey) }
    guard let comparison = takeComparison() else { return .term(.label(key: key, [])) }
    let values = try names(.label, comparison, start..<place)
    let term = FilterExpression.term(.label(key: key, values))
    return comparison == .notEqual ? .not(term) : term
  }

  // MARK: values

  private mutating func names(
    _ key: FilterKey, _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> [NamePattern] {
    try requireEquality(key, comparison, opening)
    var values: [NamePattern] = []
    repeat {
      if next == "/" {
        values.append(.expression(try expression()))
      } else {
        values.append(.whole(try value(key).text))
      }
    } while take(",")
    return values
  }

  private mutating func states(
    _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> Set<CellState> {
    try requireEquality(.state, comparison, opening)
    var states: Set<CellState> = []
    repeat {
      let (text, range) = try value(.state)
      guard let named = FilterWords.states[FilterWords.folded(text)] else {
        throw FilterFault(range, .unknownValue(.state, text, known: FilterWords.stateWords))
      }
      states.formUnion(named)
    } while take(",")
    return states
  }

  private mutating func deliveries(
    _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> Set<Delivery> {
    try requireEquality(.delivery, comparison, opening)
    var deliveries: Set<Delivery> = []
    repeat {
      let (text, range) = try value(.delivery)
      guard let delivery = FilterWords.deliveries[FilterWords.folded(text)] else {
        throw FilterFault(range, .unknownValue(.delivery, text, known: FilterWords.deliveryWords))
      }
      deliveries.insert(delivery)
    } while take(",")
    return deliveries
  }

  private mutating func severity(
    _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> FilterTerm {
    let (text, range) = try value(.severity)
    guard let severity = Severity(rawValue: text.lowercased()) else {
      throw FilterFault(range, .unknownValue(.severity, text, known: FilterWords.severityWords))
    }
    return .severity(comparison, severity)
  }

  private mutating func age(
    _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) -> FilterExpression {
    let (text, range) = try value(.age)
    if text.lowercased() == FilterWords.unknownAge {
      switch comparison {
      case .equal: return .term(.ageUnknown)
      case .notEqual: return .not(.term(.ageUnknown))
      default: throw FilterFault(opening, .unsuitableComparison(.age, comparison))
      }
    }
    // No two ages are equal to the millisecond: asking for one would find nothing.
    if comparison == .equal || comparison == .notEqual {
      throw FilterFault(opening, .unsuitableComparison(.age, comparison))
    }
    guard let length = DurationWord.duration(text) else { throw FilterFault(range, .unknownDuration(text)) }
    return .term(.age(comparison, length))
  }

  private func requireEquality(
    _ key: FilterKey, _ comparison: FilterComparison, _ opening: Range<Int>
  ) throws(FilterFault) {
    if comparison == .equal || comparison == .notEqual { return }
    throw FilterFault(opening, .unsuitableComparison(key, comparison))
  }

  /// One value, quoted or bare, with the characters that it stands in.
  private mutating func value(
    _ key: FilterKey
  ) throws(FilterFault) -> (text: String, range: Range<Int>) {
    let start = place
    if next == "\"" { return (try quoted(), start..<place) }
    let text = String(bareText(until: [","]))
    if text.isEmpty { throw FilterFault(place..<place, .missingValue(key)) }
    return (text, start..<place)
  }

  private mutating func quoted() throws(FilterFault) -> String {
    let start = place
    place += 1
    var value = ""
    while let character = next {
      place += 1
      if character == "\"" { return value }
      if character == "\\", let escaped = next, escaped == "\"" || escaped == "\\" {
        value.append(escaped)
        place += 1
      } else {
        value.append(character)
      }
    }
    throw FilterFault(start..<place, .unclosedQuote)
  }

  /// `/…/`; the last slash may be missing at the end of the line, so that what is typed shows its effect at once.
  private mutating func expression() throws(FilterFault) -> LinearPattern {
    let start = place
    place += 1
    while let character = next, character != "/" { place += character == "\\" ? 2 : 1 }
    place = min(place, text.count)
    let source = String(text[start + 1..<place])
    _ = take("/")
    do {
      return try LinearPattern(source)
    } catch {
      throw FilterFault(start..<place, .pattern(error))
    }
  }
}
