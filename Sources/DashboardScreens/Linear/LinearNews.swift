// What changed meanwhile, in one line: whoever listens must not be flooded, and must not miss that something broke.

import DashboardModel

/// Counts that were told, and those that are to be told.
struct LinearNews: Sendable {
  /// Whether news are told as they come.
  var isAnnounced = true
  /// Not more often than this: a screen reader speaks over what is being read.
  static let pause = Duration.seconds(10)

  private var told: [Count] = []
  private var toldAt: Timestamp?

  /// A number by its name, or a feed's state.
  private struct Count: Equatable, Sendable {
    let name: String
    let value: String
    /// Whether the value says itself what it is.
    var isSentence = false
  }

  /// Takes counts for told.
  mutating func hear(_ picture: Picture, _ feeds: [FeedReport]) { told = Self.counts(picture, feeds) }

  /// What is otherwise than when it was last told; nil: nothing. It is told then.
  mutating func tell(_ picture: Picture, _ feeds: [FeedReport], at now: Timestamp) -> String? {
    let counts = Self.counts(picture, feeds)
    let changed = counts.filter { !told.contains($0) }
    let words = changed.map { count -> String in
      if count.isSentence { return "\(count.name) \(count.value)" }
      let before = told.first { $0.name == count.name }?.value
      return "\(count.name) \(count.value)" + (before.map { ", was \($0)" } ?? "")
    }
    told = counts
    if words.isEmpty { return nil }
    toldAt = now
    return words.joined(separator: "; ") + "."
  }

  /// Whether something may be told now.
  func isDue(_ now: Timestamp) -> Bool {
    isAnnounced && !told.isEmpty && toldAt.map { now.since($0) >= Self.pause } ?? true
  }

  /// How long until what waits may be told; nil where nothing waits.
  func untilDue(_ picture: Picture, _ feeds: [FeedReport], now: Timestamp) -> Duration? {
    guard isAnnounced, !told.isEmpty, let toldAt, now.since(toldAt) < Self.pause,
      Self.counts(picture, feeds) != told
    else { return nil }
    return Self.pause - now.since(toldAt)
  }

  private static func counts(_ picture: Picture, _ feeds: [FeedReport]) -> [Count] {
    let findings = Severity.allCases.map { severity in
      let count = picture.findings.count { $0.severity == severity }
      return Count(name: "\(severity.rawValue) findings", value: NumberText.grouped(count))
    }
    let figures = picture.figures.labelled.filter { $0.state != nil }
      .map { Count(name: $0.label, value: $0.value) }
    let states = feeds.map { feed -> Count in
      let name = "source \(feed.feed.text)"
      if let outage = feed.status.outage {
        return Count(name: name, value: "is broken: \(outage.reason)", isSentence: true)
      }
      let troubles = feed.troubles.map { "has lost its \($0.kind.word): \($0.reason)" }
      return Count(
        name: name, value: troubles.isEmpty ? "answers" : troubles.joined(separator: ", "), isSentence: true)
    }
    return findings + figures + states
  }
}
