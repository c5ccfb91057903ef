// What can be wrong with a filter, as facts; the words for people are the screen's.

/// Why a line is no filter, and where.
public struct FilterFault: Error, Hashable, Sendable {
  /// The wrong characters, counted from 0; empty, at the end of the line, where something is missing.
  public let range: Range<Int>
  /// What is wrong.
  public let reason: Reason

  /// A fault.
  public init(_ range: Range<Int>, _ reason: Reason) {
    self.range = range
    self.reason = reason
  }

  /// What is wrong with a filter.
  public indirect enum Reason: Hashable, Sendable {
    /// `!` or `-` with nothing behind it.
    case nothingToNegate
    /// `|` without a term on one side.
    case emptyAlternative
    /// `(` without `)`.
    case unclosedParenthesis
    /// `)` without `(`.
    case strayParenthesis
    /// `()`.
    case emptyParentheses
    /// `"` without its end.
    case unclosedQuote
    /// `@` without a name.
    case missingName
    /// `@name`, and no filter is called so.
    case unknownName(String, known: [String])
    /// `@name` stands for a line that needs `@name`.
    case circularName(String)
    /// The line that `@name` stands for is wrong.
    case insideName(String, Reason)
    /// `word=`, and no key is called so.
    case unknownKey(String)
    /// A key without a value.
    case missingValue(FilterKey)
    /// `label:` without the label's key.
    case missingLabelKey
    /// A key that is not compared in this way.
    case unsuitableComparison(FilterKey, FilterComparison)
    /// A value that the key does not have.
    case unknownValue(FilterKey, String, known: [String])
    /// No length of time such as `5m`.
    case unknownDuration(String)
    /// A regular expression that cannot be read.
    case pattern(LinearPatternFault)
    /// More terms than are read.
    case tooManyTerms
    /// Deeper nesting than is read.
    case tooDeep
  }
}

/// What can be wrong with a regular expression.
public enum LinearPatternFault: Error, Hashable, Sendable {
  /// `//`.
  case empty
  /// `(` without `)`.
  case unclosedGroup
  /// `)` without `(`.
  case strayGroupEnd
  /// `[` without `]`.
  case unclosedSet
  /// `[z-a]`.
  case reversedRange
  /// `*`, `+`, `?` or `{` with nothing before it.
  case nothingToRepeat
  /// `{…}` that is no count, or one of more than 64.
  case badCount
  /// `\` with a letter that means nothing here (such as back references, which cannot be matched in linear time).
  case unknownEscape(Character)
  /// `(?…`: look-around and options are not read.
  case unknownGroup
  /// More than 64 places after counts are written out.
  case tooLong
  /// Groups too deep in each other.
  case tooDeep
}
