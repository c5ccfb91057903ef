// A conversation with the linear mode: what is typed, and what is said to it.

import DashboardModel
@testable import DashboardScreens
import DashboardTesting
import Testing

/// A linear mode under test.
struct Conversation {
  private(set) var mode: LinearMode
  /// What was said last.
  private(set) var said: [String] = []
  private(set) var effects: [Effect] = []
  private(set) var news: String?

  /// The mode on a picture; without one it still reads.
  init(_ picture: Picture? = .sample, now: Timestamp = .sampleNow) {
    mode = LinearMode(now: now)
    if let picture { hear(.pictureArrived(picture)) }
  }

  var state: AppState { mode.state }
  /// All of it in one text.
  var text: String { said.joined(separator: "\n") }

  /// Types a line.
  mutating func type(_ line: String) {
    let answer = mode.take(line: line)
    (said, effects) = (answer.lines, answer.effects)
  }

  mutating func hear(_ action: Action) { said = mode.take(action) }

  /// Waits for news; nil where none are told now.
  mutating func listen() { news = mode.announcement() }
}
