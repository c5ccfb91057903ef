// Regular expressions of filters: what they match, and that no expression makes them slow.

import DashboardModel
import DashboardTesting
import Testing

@Suite("A regular expression of a filter")
struct LinearPatternTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let pattern: String
    let fits: [String]
    let fails: [String]
    var testDescription: String { pattern }
  }

  static let cases = [
    Case(pattern: "web", fits: ["web", "shop/web-1", "WEB"], fails: ["we b", ""]),
    Case(pattern: "^web$", fits: ["web"], fails: ["web1", "aweb"]),
    Case(pattern: "^(web|api)-[0-9]+$", fits: ["web-1", "api-42"], fails: ["web-", "db-1", "web-1a"]),
    Case(pattern: "a{2,3}b", fits: ["aab", "aaab", "aaaab"], fails: ["ab"]),
    Case(pattern: "^a{2,}$", fits: ["aa", "aaaaa"], fails: ["a"]),
    Case(pattern: "^.{3}$", fits: ["abc", "aüc"], fails: ["ab", "abcd"]),
    Case(pattern: "[^a-z]", fits: ["a1", "-"], fails: ["abc", "ABC"]),
    Case(pattern: "[A-C]x", fits: ["bx", "CX"], fails: ["dx"]),
    Case(pattern: "Ü", fits: ["über", "Über"], fails: ["uber"]),
    Case(pattern: #"\d\.json$"#, fits: ["v1.json"], fails: ["v1xjson", "v.json"]),
    Case(pattern: "colou?r", fits: ["color", "colour"], fails: ["colouur"]),
    Case(pattern: "(^|-)a", fits: ["ab", "x-a"], fails: ["xa"]),
    Case(pattern: "x*", fits: ["", "anything"], fails: []),
    Case(pattern: "[]-]", fits: ["a]", "a-"], fails: ["a"]),
  ]

  @Test("matches what it describes", arguments: cases)
  func matches(example: Case) throws {
    let pattern = try LinearPattern(example.pattern)
    for name in example.fits { #expect(pattern.isIn(name), "\(name)") }
    for name in example.fails { #expect(!pattern.isIn(name), "\(name)") }
  }

  /// With backtracking each of these takes longer than the age of the universe: it is no time that is measured here.
  @Test(
    "that would stop a backtracking matcher answers at once",
    arguments: ["^(a*)*b$", "^(a|a)*b$", "^(a|aa)+$x", "^(.*a){12}z$", "(x+x+)+y"])
  func linear(source: String) throws {
    let pattern = try LinearPattern(source)
    #expect(!pattern.isIn(String(repeating: "a", count: 20_000)))
    #expect(!pattern.isIn(String(repeating: "x", count: 20_000)))
  }
}
