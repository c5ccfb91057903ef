// Lengths of time as operators write them.

import DashboardModel
import Testing

@Suite("Words for lengths of time")
struct DurationWordTests {
  @Test(
    "a length of time is read, and written with the largest units first",
    arguments: [
      ("90s", 90, "1m30s"), ("5m", 300, "5m"), ("1h30m", 5400, "1h30m"), ("36h", 129_600, "1d12h"),
      ("2W", 1_209_600, "2w"), ("0s", 0, "0s"),
    ])
  func reads(text: String, seconds: Int, word: String) {
    #expect(DurationWord.duration(text) == .seconds(seconds))
    #expect(DurationWord.duration(text).map(DurationWord.text) == word)
  }

  @Test(
    "what is no length of time is none",
    arguments: ["", "5", "m", "5x", "-5m", "5 m", "m5", "٥m", "100000000s", "5m5"])
  func refuses(text: String) { #expect(DurationWord.duration(text) == nil) }

  @Test("the longest lengths that are read do not overflow")
  func longest() {
    #expect(DurationWord.duration("99999999w") != nil)
    #expect(DurationWord.duration(String(repeating: "99999999w", count: 200_000)) == nil)
  }
}
