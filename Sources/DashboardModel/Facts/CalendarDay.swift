// Days without a time, for what an operator dates by hand.

/// A day of the Gregorian calendar, in UTC. Ordered by time.
public struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; negative before that.
  public let daysSinceEpoch: Int64

  /// The day of a moment, in UTC.
  public init(_ moment: Timestamp) {
    let milliseconds = moment.milliseconds
    let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    daysSinceEpoch = rest < 0 ? days - 1 : days
  }

  /// Reads `YYYY-MM-DD`; nil where the text is no such day, as 2026-02-30. Source: RFC 3339 section 5.6, full-date.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10]), (1...12).contains(month), day >= 1
    else { return nil }
    let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
    // A day that its month does not have lands in the next one.
    guard CivilDate(daysSinceEpoch: days).text == text else { return nil }
    daysSinceEpoch = days
  }

  /// `2026-11-24`.
  public var text: String { CivilDate(daysSinceEpoch: daysSinceEpoch).text }

  /// Whether this day comes first.
  public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.daysSinceEpoch < right.daysSinceEpoch
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return value
  }
}
