// How often a page is written while time passes: a large one is dear.

import DashboardModel
import DashboardTesting
import Testing

@testable import DashboardScreens

/// A page that says when it was written.
private struct WrittenAt: PageScreen {
  static let kind = ScreenKind.debug
  func page(_ state: AppState) -> Page { Page(title: "\(state.now.milliseconds)") }
}

@Suite("A page and the time")
struct PageTimeTests {
  @Test("keys within a second do not write it anew; the next second does")
  func oncePerSecond() throws {
    var state = try Journey().state
    let start = state.now.milliseconds / 1000 * 1000
    _ = update(&state, .timePassed(Timestamp(milliseconds: start + 1000)))
    _ = state.open(WrittenAt())
    _ = update(&state, .timePassed(Timestamp(milliseconds: start + 1900)))
    #expect(state.pages.last?.page.title == "\(start + 1000)")
    #expect(state.now.milliseconds == start + 1900)
    _ = update(&state, .timePassed(Timestamp(milliseconds: start + 2000)))
    #expect(state.pages.last?.page.title == "\(start + 2000)")
  }
}
