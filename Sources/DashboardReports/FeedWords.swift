// How a feed does, in the words that the screen's header uses.

import DashboardModel

extension FeedReport {
  /// State and age: `live, 2s ago`, `broken since 2026-11-24T09:16:00Z: <reason>; facts of 3h ago`.
  func words(at now: Timestamp) -> String {
    troubles.reduce(ownWords(at: now)) {
      "\($0); \($1.kind.word) not followed since \($1.since.text): \($1.reason)"
    }
  }

  private func ownWords(at now: Timestamp) -> String {
    let age = observedAt.map { Self.age(from: $0, to: now) }
    switch status {
    case .broken(let outage):
      return "broken since \(outage.since.text): \(outage.reason); "
        + (age.map { "facts of \($0)" } ?? "no facts yet")
    case .reading: return "reading; " + (age.map { "facts of \($0)" } ?? "no facts yet")
    case .settled: return "read \(age ?? "never")"
    case .live: return "live, " + (age ?? "no facts yet")
    }
  }

  /// How long ago a moment was; `just now` also for what a wrong clock puts into the future.
  private static func age(from then: Timestamp, to now: Timestamp) -> String {
    let seconds = now.since(then).components.seconds
    switch seconds {
    case ..<2: return "just now"
    case ..<120: return "\(seconds)s ago"
    case ..<7200: return "\(seconds / 60)m ago"
    case ..<172_800: return "\(seconds / 3600)h ago"
    default: return "\(seconds / 86_400)d ago"
    }
  }
}

extension FeedStatus {
  /// The state alone.
  var word: String {
    switch self {
    case .reading: "reading"
    case .settled: "read"
    case .live: "live"
    case .broken: "broken"
    }
  }
}

extension Figures.Labelled {
  /// `present 9 (2 not compared)`.
  var text: String { note.map { "\(label) \(value) (\($0))" } ?? "\(label) \(value)" }
}
