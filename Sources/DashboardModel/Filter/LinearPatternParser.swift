// Reads the text of a regular expression into a tree.

struct LinearPatternParser {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  mutating func parse() throws(LinearPatternFault) -> PatternTree {
    if scalars.isEmpty { throw .empty }
    let tree = try choice()
    if place < scalars.count { throw .strayGroupEnd }
    return tree
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  private mutating func choice() throws(LinearPatternFault) -> PatternTree {
    var parts = [try sequence()]
    while take("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(LinearPatternFault) -> PatternTree {
    var parts: [PatternTree] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      parts.append(try repetition(of: try atom(scalar)))
    }
    return parts.isEmpty ? .nothing : .sequence(parts)
  }

  private mutating func atom(_ scalar: Unicode.Scalar) throws(LinearPatternFault) -> PatternTree {
    place += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracketed())
    case ".": return .set(.any)
    case "^": return .set(.beginning)
    case "$": return .set(.end)
    case "\\": return .set(try escaped())
    case "*", "+", "?", "{": throw .nothingToRepeat
    default: return .set(.one(scalar))
    }
  }

  private mutating func group() throws(LinearPatternFault) -> PatternTree {
    if take("?"), !take(":") { throw .unknownGroup }
    depth += 1
    if depth > Filter.deepestNesting { throw .tooDeep }
    let inner = try choice()
    depth -= 1
    if !take(")") { throw .unclosedGroup }
    return inner
  }

  private mutating func repetition(of tree: PatternTree) throws(LinearPatternFault) -> PatternTree {
    var tree = tree
    while let scalar = next {
      var counts: (from: Int, to: Int?)
      switch scalar {
      case "*": counts = (0, nil)
      case "+": counts = (1, nil)
      case "?": counts = (0, 1)
      case "{": counts = try braces()
      default: return tree
      }
      place += 1
      // What takes no scalar takes none however often: without this, counts of counts of nothing would be written out.
      tree = tree == .nothing || counts.to == 0 ? .nothing : .repeated(tree, from: counts.from, to: counts.to)
    }
    return tree
  }

  /// Stands on `{` before and on `}` after.
  private mutating func braces() throws(LinearPatternFault) -> (from: Int, to: Int?) {
    place += 1
    guard let from = number() else { throw .badCount }
    var to: Int? = from
    if take(",") { to = number() }
    guard next == "}", from <= PatternAutomaton.mostPlaces else { throw .badCount }
    if let to, to < from || to > PatternAutomaton.mostPlaces { throw .badCount }
    return (from, to)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = next, scalar.value >= 48, scalar.value <= 57 {
      value = min(10_000, (value ?? 0) * 10 + Int(scalar.value - 48))
      place += 1
    }
    return value
  }

  private mutating func escaped() throws(LinearPatternFault) -> ScalarSet {
    guard let scalar = next else { throw .unknownEscape("\\") }
    place += 1
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet(ranges: ScalarSet.digits.ranges, isNegated: true)
    case "w": return .letters
    case "W": return ScalarSet(ranges: ScalarSet.letters.ranges, isNegated: true)
    case "s": return .blanks
    case "S": return ScalarSet(ranges: ScalarSet.blanks.ranges, isNegated: true)
    default:
      if scalar.properties.isAlphabetic || ScalarSet.digits.takes(scalar.value) {
        throw .unknownEscape(Character(scalar))
      }
      return .one(scalar)
    }
  }

  private mutating func bracketed() throws(LinearPatternFault) -> ScalarSet {
    var set = ScalarSet(ranges: [], isNegated: take("^"))
    var isFirst = true
    while let scalar = next {
      place += 1
      if scalar == "]", !isFirst { return set }
      isFirst = false
      var low = ScalarSet.one(scalar)
      if scalar == "\\" { low = try escaped() }
      if low.isNegated { throw .unknownEscape(Character(scalars[place - 1])) }
      set.ranges += try range(from: low)
    }
    throw .unclosedSet
  }

  private mutating func range(
    from low: ScalarSet
  ) throws(LinearPatternFault) -> [ClosedRange<UInt32>] {
    guard low.ranges.count == 1, let first = low.ranges.first, first.count == 1, next == "-",
      place + 1 < scalars.count, scalars[place + 1] != "]"
    else { return low.ranges }
    place += 2
    let scalar = scalars[place - 1]
    var high = ScalarSet.one(scalar)
    if scalar == "\\" { high = try escaped() }
    guard !high.isNegated, high.ranges.count == 1, let last = high.ranges.first?.lowerBound,
      first.lowerBound <= last
    else { throw .reversedRange }
    return [first.lowerBound...last]
  }
}
