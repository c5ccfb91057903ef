// Times out of JSON: the form that every server writes is read from its bytes, any other through the general reader.

import DashboardModel
import StructuredText

extension Timestamp {
  /// The next value, a time or null; a text that is no time counts as not told.
  init?(reading cursor: inout JSONCursor) throws(JSONFault) {
    if try cursor.null() { return nil }
    var text = cursor
    if let whole = Self.wholeSeconds(try cursor.raw()) {
      self = whole
    } else {
      self.init(try text.string())
    }
  }

  /// `"2026-11-24T09:41:07Z"`, with the quotes; nil for any other form.
  private static func wholeSeconds(_ json: ArraySlice<UInt8>) -> Timestamp? {
    json.withUnsafeBufferPointer { bytes in
      guard bytes.count == 22, bytes[5] == UInt8(ascii: "-"), bytes[8] == UInt8(ascii: "-"),
        bytes[11] == UInt8(ascii: "T"), bytes[14] == UInt8(ascii: ":"), bytes[17] == UInt8(ascii: ":"),
        bytes[20] == UInt8(ascii: "Z")
      else { return nil }
      var isNumber = true
      func digits(_ start: Int, _ count: Int) -> Int64 {
        var value: Int64 = 0
        for index in start..<(start + count) {
          let digit = bytes[index] &- UInt8(ascii: "0")
          if digit > 9 { isNumber = false }
          value = value * 10 + Int64(digit)
        }
        return value
      }
      let (year, month, day) = (digits(1, 4), digits(6, 2), digits(9, 2))
      let (hour, minute, second) = (digits(12, 2), digits(15, 2), digits(18, 2))
      guard isNumber, (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second <= 60
      else { return nil }
      let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
      return Timestamp(milliseconds: seconds * 1000)
    }
  }

  /// Days from 1970-01-01, years counted from March so that the leap day is a year's last.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let years = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
  }
}
