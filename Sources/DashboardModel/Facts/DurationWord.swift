// Lengths of time as operators write them: 90s, 5m, 1h30m.

extension Duration {
  private static let units: [(letter: Character, seconds: Int64)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
  ]

  /// Reads `90s`, `5m`, `2h`, `3d`, `1w`, `1h30m`, without case; nil for anything else, also for more than 99,999,999 of
  /// a unit.
  public init?(word text: String) {
    var seconds: Int64 = 0
    var number: Int64?
    for character in text.lowercased() {
      if let digit = character.wholeNumberValue, character.isASCII {
        let grown = (number ?? 0) * 10 + Int64(digit)
        if grown > 99_999_999 { return nil }
        number = grown
      } else if let count = number, let unit = Self.units.first(where: { $0.letter == character }) {
        let (sum, overflows) = seconds.addingReportingOverflow(count * unit.seconds)
        if overflows { return nil }
        seconds = sum
        number = nil
      } else {
        return nil
      }
    }
    guard number == nil, !text.isEmpty else { return nil }
    self = .seconds(seconds)
  }

  /// As it is read: the largest units first, whole seconds; `0s` for none and for less.
  public var word: String {
    var rest = max(0, components.seconds)
    var text = ""
    for unit in Self.units where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(unit.letter)"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
