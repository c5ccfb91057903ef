// Seconds since 1970 as the text that servers write in JSON, without a calendar library.

enum CivilTime {
  /// `2026-11-24T09:41:07Z` as bytes; nil outside of the years that four digits have.
  static func text(secondsSince1970 seconds: Int64) -> [UInt8]? {
    guard (-62_135_596_800..<253_402_300_800).contains(seconds) else { return nil }
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let inDay = seconds - days * 86_400
    let (year, month, day) = date(days)
    var text: [UInt8] = []
    text.reserveCapacity(20)
    append(year, 4, &text)
    text.append(Byte.minus)
    append(month, 2, &text)
    text.append(Byte.minus)
    append(day, 2, &text)
    text.append(UInt8(ascii: "T"))
    append(inDay / 3600, 2, &text)
    text.append(Byte.colon)
    append(inDay / 60 % 60, 2, &text)
    text.append(Byte.colon)
    append(inDay % 60, 2, &text)
    text.append(UInt8(ascii: "Z"))
    return text
  }

  /// The date of a day counted from 1970-01-01: years begin in March, so that the leap day is a year's last.
  private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    // From 0000-03-01; 146,097 days are 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func append(_ number: Int64, _ digits: Int, _ text: inout [UInt8]) {
    var divisor: Int64 = digits == 4 ? 1000 : 10
    while divisor > 0 {
      text.append(Byte.zero + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
