// Moments in time as the servers write them (RFC 3339), without a calendar library on the way to the first paint.

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Negative before that.
public struct Timestamp: Hashable, Sendable, Comparable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// A moment by its distance from 1970 in milliseconds.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads RFC 3339 with `Z` or an offset and any number of fraction digits; nil where the text is no such moment.
  /// Source: RFC 3339 section 5.6; Kubernetes metav1.Time; Docker writes nanoseconds.
  public init?(_ text: String) {
    var reader = TimestampReader(text)
    guard let value = reader.read() else { return nil }
    milliseconds = value
  }

  /// Whether this moment comes first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.milliseconds < right.milliseconds }

  /// The time from an earlier moment to this one; negative where `earlier` is later.
  public func since(_ earlier: Timestamp) -> Duration { .milliseconds(milliseconds - earlier.milliseconds) }

  /// Whether facts of this moment are old at another: older than twice the interval at which their feed looks.
  /// Source: semantics.md, GMSA801.
  public func isOld(at now: Timestamp, lookingEvery interval: Duration) -> Bool {
    now.since(self) > interval * 2
  }

  /// This moment moved by a duration.
  public func advanced(by duration: Duration) -> Timestamp {
    let (seconds, attoseconds) = duration.components
    return Timestamp(milliseconds: milliseconds + seconds * 1000 + attoseconds / 1_000_000_000_000_000)
  }

  /// `2026-11-24T09:41:07Z`: whole seconds, UTC.
  public var text: String {
    let (days, inDay) = Self.floorDivide(milliseconds, 86_400_000)
    let date = CivilDate(daysSinceEpoch: days)
    let seconds = inDay / 1000
    return
      "\(date.text)T\(Self.two(seconds / 3600)):\(Self.two(seconds / 60 % 60)):\(Self.two(seconds % 60))Z"
  }

  private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func floorDivide(_ value: Int64, _ by: Int64) -> (quotient: Int64, remainder: Int64) {
    let (q, r) = value.quotientAndRemainder(dividingBy: by)
    return r < 0 ? (q - 1, r + by) : (q, r)
  }
}

extension Timestamp: Codable {
  /// Reads RFC 3339 text, as in the snapshot format.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Timestamp(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected an RFC 3339 time")
    }
    self = value
  }

  /// Writes RFC 3339 text, as in the snapshot format.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A date of the Gregorian calendar. Source: the era arithmetic of ISO 8601's proleptic calendar.
struct CivilDate {
  let year: Int64
  let month: Int64
  let day: Int64

  init(daysSinceEpoch: Int64) {
    let z = daysSinceEpoch + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01 to a date.
  static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  var text: String {
    let padded = String(year)
    return String(repeating: "0", count: max(0, 4 - padded.count)) + padded
      + (month < 10 ? "-0\(month)" : "-\(month)") + (day < 10 ? "-0\(day)" : "-\(day)")
  }
}

/// Reads the fields of an RFC 3339 moment one after the other.
private struct TimestampReader {
  private var bytes: Substring.UTF8View

  init(_ text: String) { bytes = text[...].utf8 }

  mutating func read() -> Int64? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
      take("T") || take("t") || take(" "), let hour = digits(2), take(":"), let minute = digits(2),
      take(":"), let second = digits(2), (1...12).contains(month), (1...31).contains(day),
      hour < 24, minute < 60, second <= 60
    else { return nil }
    let fraction = milliseconds()
    guard let offset = offsetSeconds(), bytes.isEmpty else { return nil }
    let days = CivilDate.daysSinceEpoch(year: year, month: month, day: day)
    return ((days * 86_400) + hour * 3600 + minute * 60 + second - offset) * 1000 + fraction
  }

  private mutating func digits(_ count: Int) -> Int64? {
    var value: Int64 = 0
    for _ in 0..<count {
      guard let byte = bytes.first, byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int64(byte - 48)
      bytes.removeFirst()
    }
    return value
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let byte = bytes.first, UInt32(byte) == character.value else { return false }
    bytes.removeFirst()
    return true
  }

  private mutating func milliseconds() -> Int64 {
    guard take(".") else { return 0 }
    var value: Int64 = 0
    var scale: Int64 = 100
    while let digit = digits(1) {
      value += digit * scale
      scale /= 10
    }
    return value
  }

  private mutating func offsetSeconds() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hour = digits(2), take(":"), let minute = digits(2) else { return nil }
    return sign * (hour * 3600 + minute * 60)
  }
}
