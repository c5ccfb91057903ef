// Lengths of time as operators write them: 90s, 5m, 1h30m.

/// Reads and writes lengths of time. No initializer of `Duration`: looking one up from a file beside another that reads
/// the system's clock makes Swift 6.3 take `timespec` for a type of its own shims, and the build fails.
public enum DurationWord {
  private static let units: [(letter: Character, seconds: Int64)] = [
    ("w", 604_800), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
  ]

  /// Reads `90s`, `5m`, `2h`, `3d`, `1w`, `1h30m`, without case; nil for anything else, also for more than 99,999,999 of
  /// a unit.
  public static func duration(_ text: String) -> Duration? {
    var seconds: Int64 = 0
    var number: Int64?
    for character in text.lowercased() {
      if let digit = character.wholeNumberValue, character.isASCII {
        let grown = (number ?? 0) * 10 + Int64(digit)
        if grown > 99_999_999 { return nil }
        number = grown
      } else if let count = number, let unit = units.first(where: { $0.letter == character }) {
        let (sum, overflows) = seconds.addingReportingOverflow(count * unit.seconds)
        if overflows { return nil }
        seconds = sum
        number = nil
      } else {
        return nil
      }
    }
    guard number == nil, !text.isEmpty else { return nil }
    return .seconds(seconds)
  }

  /// As it is read: the largest units first, whole seconds; `0s` for none and for less.
  public static func text(_ duration: Duration) -> String {
    var rest = max(0, duration.components.seconds)
    var text = ""
    for unit in units where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(unit.letter)"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
