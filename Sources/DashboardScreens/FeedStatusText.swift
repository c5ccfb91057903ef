// The feeds' state in a few words: fresh or old, whole or broken, for the right end of the header.

import DashboardModel

/// The words for the state of all feeds; the worst feed speaks.
struct FeedStatusText {
  let text: String
  /// Whether somebody should look.
  let isTrouble: Bool

  /// `oldAfter` is the age from which facts are old; nil: they are never called so.
  init(feeds: [FeedReport], now: Timestamp, isPaused: Bool, oldAfter: Duration? = nil) {
    let unreadable = feeds.map(\.unreadableCount).reduce(0, +)
    var words: [String] = isPaused ? ["PAUSED"] : []
    if let broken = Self.broken(feeds) {
      words.append(Self.words(broken, among: feeds, now))
      isTrouble = true
    } else if let trouble = feeds.lazy.flatMap(\.troubles).first {
      words.append(Self.words(feeds, now, isOld: feeds.contains { $0.isOld(at: now, after: oldAfter) }))
      words.append(Self.words(trouble, count: feeds.map(\.troubles.count).reduce(0, +)))
      isTrouble = true
    } else {
      let isOld = feeds.contains { $0.isOld(at: now, after: oldAfter) }
      words.append(Self.words(feeds, now, isOld: isOld))
      isTrouble = unreadable > 0 || isPaused || isOld
    }
    if unreadable > 0 { words.append("\(unreadable) unreadable") }
    text = words.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The feed that broke first: what is wrong with the others often follows from it.
  private static func broken(_ feeds: [FeedReport]) -> FeedReport? {
    feeds.filter(\.status.isBroken).min {
      ($0.status.brokenSince, $0.feed.text) < ($1.status.brokenSince, $1.feed.text)
    }
  }

  /// Which feed broke, since when, how old its last facts are, and why.
  private static func words(_ broken: FeedReport, among feeds: [FeedReport], _ now: Timestamp) -> String {
    guard let outage = broken.status.outage else { return "" }
    let others = feeds.count(where: \.status.isBroken) - 1
    let name = feeds.count == 1 ? "" : broken.feed.text + (others > 0 ? " and \(others) more " : " ")
    let facts =
      broken.observedAt.map { "facts of \(AgeText.text(from: $0, to: now, step: 60))" } ?? "no facts"
    return "\(name)BROKEN since \(AgeText.clock(outage.since)), \(facts): \(outage.reason)"
  }

  /// `NO NEWS of replicas since 09:41: connection refused`, and how many kinds beside it.
  private static func words(_ trouble: KindTrouble, count: Int) -> String {
    let more = count > 1 ? " and \(count - 1) more" : ""
    return "NO NEWS of \(trouble.kind.word)\(more) since \(AgeText.clock(trouble.since)): \(trouble.reason)"
  }

  private static func words(_ feeds: [FeedReport], _ now: Timestamp, isOld: Bool) -> String {
    if feeds.isEmpty { return "no source" }
    let reading = feeds.filter { $0.status.isReading }
    let sources = feeds.count == 1 ? "" : " \(feeds.count) sources"
    if !reading.isEmpty { return "reading\(sources)" }
    guard let oldest = feeds.compactMap(\.observedAt).min() else { return "no facts yet" }
    let age = AgeText.text(from: oldest, to: now, step: step(feeds))
    if isOld { return "OLD\(sources) \(age)" }
    return isLive(feeds) ? "LIVE\(sources) \(age)" : "READ\(sources) \(age)"
  }

  private static func isLive(_ feeds: [FeedReport]) -> Bool { feeds.contains { $0.status == .live } }

  /// How old a live feed's facts are matters by the second; how old a file is, by the minute.
  private static func step(_ feeds: [FeedReport]) -> Int64 { isLive(feeds) ? 5 : 60 }

  /// When the words change next by themselves; nil where only a feed or a key can change them.
  static func untilNextText(feeds: [FeedReport], now: Timestamp) -> Duration? {
    if let broken = broken(feeds) {
      return broken.observedAt.map { AgeText.untilNextText(from: $0, to: now, step: 60) }
    }
    return feeds.compactMap(\.observedAt).min().map {
      AgeText.untilNextText(from: $0, to: now, step: step(feeds))
    }
  }
}

extension FeedStatus {
  /// Since when it is broken; the far future where it is not.
  fileprivate var brokenSince: Timestamp {
    outage?.since ?? Timestamp(milliseconds: .max)
  }
}

extension FeedReport {
  /// Whether its facts are older than somebody wants them to be.
  func isOld(at now: Timestamp, after limit: Duration?) -> Bool {
    guard let limit, let observedAt else { return false }
    return now.since(observedAt) > limit
  }
}

extension AppState {
  /// When the screen changes next although nothing happens: the age in the header, or a changed cell whose underline
  /// ends. Nil: never.
  package var untilNextChange: Duration? {
    if isPast { return nil }
    return [FeedStatusText.untilNextText(feeds: feeds, now: now), matrix.changes.untilNextEnd(now)].compactMap
    { $0 }
    .min()
  }
}
