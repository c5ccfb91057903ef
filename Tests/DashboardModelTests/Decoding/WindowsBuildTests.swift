// Builds as nodes and inventories write them.

import Testing

@testable import DashboardModel

@Suite("Windows builds")
struct WindowsBuildTests {
  @Test(
    "the build and its revision are read",
    arguments: [
      ("10.0.17763.1577", 17763, 1577), ("10.0.17763", 17763, nil), ("17763.1577", 17763, 1577),
      ("20348", 20348, nil),
      ("10.0.17763.1577 (17763.1.amd64fre)", 17763, 1577),
    ] as [(String, Int, Int?)])
  func read(text: String, build: Int, revision: Int?) {
    #expect(WindowsBuild(text)?.build == build)
    #expect(WindowsBuild(text)?.revision == revision)
  }

  @Test(
    "what is no build of Windows is none",
    arguments: [
      "", " ", ".", "10", "10.0", "6.1.0-28-amd64", "10.0..1", "10.0.17763.1.2", "5.15.0", "99999999999",
      "1.2.17763",
    ])
  func none(text: String) { #expect(WindowsBuild(text) == nil) }
}
