// Regular expressions that cost the same for every letter of a name: what an operator types must never stop the screen.

/// A regular expression without back references and look-around, matched in one pass over the name by an automaton of at
/// most 64 places held in one word (Glushkov's construction). Names match without case and anywhere unless `^` or `$` say
/// otherwise. Known: `.` `[a-z]` `[^x]` `\d` `\w` `\s` and their capitals, `*` `+` `?` `{2,5}`, `|`, groups.
public struct LinearPattern: Hashable, Sendable {
  /// The expression as written, without slashes.
  public let source: String
  private let automaton: PatternAutomaton

  /// Reads an expression.
  public init(_ source: String) throws(LinearPatternFault) {
    self.source = source
    var parser = LinearPatternParser(source)
    automaton = try PatternAutomaton(parser.parse())
  }

  /// Equal where the sources are.
  public static func == (left: LinearPattern, right: LinearPattern) -> Bool { left.source == right.source }
  /// Hashes the source.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  /// Whether a name, without case, has a part that the expression describes.
  public func isIn(_ name: String) -> Bool { matches(FoldedName(name).bytes) }

  /// The same for folded UTF-8.
  func matches(_ name: [UInt8]) -> Bool { automaton.matches(name) }
}

/// A set of scalars that one place of a pattern takes.
struct ScalarSet: Hashable, Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  /// What no text holds: the edges of a name, as `^` and `$` see them.
  static let beginning = ScalarSet(ranges: [0x11_0000...0x11_0000])
  static let end = ScalarSet(ranges: [0x11_0001...0x11_0001])
  static let any = ScalarSet(ranges: [0...0x10_FFFF])
  static let digits = ScalarSet(ranges: [48...57])
  static let letters = ScalarSet(ranges: [48...57, 65...90, 95...95, 97...122])
  static let blanks = ScalarSet(ranges: [9...13, 32...32])

  static func one(_ scalar: Unicode.Scalar) -> ScalarSet { ScalarSet(ranges: [scalar.value...scalar.value]) }

  /// Whether it takes a scalar of a folded name, written in either case.
  func takes(_ value: UInt32) -> Bool {
    guard value < 0x11_0000 else { return !isNegated && ranges.contains { $0.contains(value) } }
    return ranges.contains { range in
      range.contains(value) || Self.capital(of: value).map(range.contains) == true
    } != isNegated
  }

  private static func capital(of value: UInt32) -> UInt32? {
    if value < 0x80 { return value >= 97 && value <= 122 ? value - 32 : nil }
    let capitals = Unicode.Scalar(value)?.properties.uppercaseMapping.unicodeScalars
    return capitals?.count == 1 ? capitals?.first?.value : nil
  }
}

/// What a pattern's text says.
indirect enum PatternTree: Hashable, Sendable {
  case nothing
  case set(ScalarSet)
  case sequence([PatternTree])
  case choice([PatternTree])
  /// At least so often, and at most so often; nil: without end.
  case repeated(PatternTree, from: Int, to: Int?)
}

/// Places in one word: bit i stands for having taken the scalar of place i.
struct PatternAutomaton: Sendable {
  private var sets: [ScalarSet] = []
  private var following: [UInt64] = []
  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var matchesNothing = false
  /// For each ASCII scalar the places that take it.
  private var ascii: [UInt64] = []

  static let mostPlaces = 64

  private struct Part {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var canBeEmpty = true
  }

  init(_ tree: PatternTree) throws(LinearPatternFault) {
    let whole = try add(tree)
    (first, last, matchesNothing) = (whole.first, whole.last, whole.canBeEmpty)
    ascii = (0..<128).map { places(taking: $0) }
  }

  private func places(taking value: UInt32) -> UInt64 {
    var places: UInt64 = 0
    for (place, set) in sets.enumerated() where set.takes(value) { places |= 1 << UInt64(place) }
    return places
  }

  private mutating func add(_ tree: PatternTree) throws(LinearPatternFault) -> Part {
    switch tree {
    case .nothing: return Part()
    case .set(let set): return try add(set)
    case .sequence(let parts):
      var whole = Part()
      for part in parts { whole = join(whole, try add(part)) }
      return whole
    case .choice(let parts):
      var whole = Part(canBeEmpty: false)
      for part in parts {
        let added = try add(part)
        whole.first |= added.first
        whole.last |= added.last
        whole.canBeEmpty = whole.canBeEmpty || added.canBeEmpty
      }
      return whole
    case .repeated(let inner, let from, let to): return try add(inner, from: from, to: to)
    }
  }

  private mutating func add(_ set: ScalarSet) throws(LinearPatternFault) -> Part {
    if sets.count == Self.mostPlaces { throw .tooLong }
    let bit: UInt64 = 1 << UInt64(sets.count)
    sets.append(set)
    following.append(0)
    return Part(first: bit, last: bit, canBeEmpty: false)
  }

  /// Counts are written out: `a{2,4}` is `aa(a(a)?)?`, and `a{2,}` is `aaa*`.
  private mutating func add(
    _ inner: PatternTree, from: Int, to: Int?
  ) throws(LinearPatternFault) -> Part {
    var whole = Part()
    for _ in 0..<from { whole = join(whole, try add(inner)) }
    guard let to else {
      var loop = try add(inner)
      link(loop.last, to: loop.first)
      loop.canBeEmpty = true
      return join(whole, loop)
    }
    for _ in from..<max(from, to) {
      var part = try add(inner)
      part.canBeEmpty = true
      whole = join(whole, part)
    }
    return whole
  }

  private mutating func join(_ left: Part, _ right: Part) -> Part {
    link(left.last, to: right.first)
    return Part(
      first: left.canBeEmpty ? left.first | right.first : left.first,
      last: right.canBeEmpty ? left.last | right.last : right.last,
      canBeEmpty: left.canBeEmpty && right.canBeEmpty)
  }

  private mutating func link(_ from: UInt64, to: UInt64) {
    for place in following.indices where from >> UInt64(place) & 1 == 1 { following[place] |= to }
  }

  /// One pass: each scalar leads from the places reached to those that follow and take it.
  func matches(_ name: [UInt8]) -> Bool {
    if matchesNothing { return true }
    var reached = step(0, places(taking: 0x11_0000))
    if reached & last != 0 { return true }
    var byte = 0
    while byte < name.count {
      let taking: UInt64
      if name[byte] < 0x80 {
        taking = ascii[Int(name[byte])]
        byte += 1
      } else {
        let (scalar, length) = Self.scalar(in: name, at: byte)
        taking = places(taking: scalar)
        byte += length
      }
      reached = step(reached, taking)
      if reached & last != 0 { return true }
    }
    return step(reached, places(taking: 0x11_0001)) & last != 0
  }

  private func step(_ reached: UInt64, _ taking: UInt64) -> UInt64 {
    var next = first
    var rest = reached
    while rest != 0 {
      next |= following[rest.trailingZeroBitCount]
      rest &= rest &- 1
    }
    return next & taking
  }

  /// The scalar that begins at a byte of well-formed UTF-8.
  private static func scalar(in name: [UInt8], at start: Int) -> (value: UInt32, length: Int) {
    let lead = name[start]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for place in start + 1..<min(start + length, name.count) {
      value = value << 6 | UInt32(name[place] & 0x3F)
    }
    return (value, length)
  }
}
