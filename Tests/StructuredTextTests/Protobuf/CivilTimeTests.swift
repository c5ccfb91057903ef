// Moments as servers write them, from the seconds that protobuf carries.

import Testing

@testable import StructuredText

@Suite("Times of protobuf")
struct CivilTimeTests {
  @Test("seconds since 1970 are written as RFC 3339, before 1970 and on leap days too")
  func times() {
    let moments: [(Int64, String)] = [
      (0, "1970-01-01T00:00:00Z"), (1_795_513_267, "2026-11-24T09:41:07Z"),
      (1_709_251_199, "2024-02-29T23:59:59Z"),
      (-1, "1969-12-31T23:59:59Z"), (951_868_800, "2000-03-01T00:00:00Z"),
      (253_402_300_799, "9999-12-31T23:59:59Z"),
    ]
    for (seconds, text) in moments {
      #expect(String(decoding: CivilTime.text(secondsSince1970: seconds) ?? [], as: UTF8.self) == text)
    }
    #expect(CivilTime.text(secondsSince1970: .max) == nil)
  }
}
