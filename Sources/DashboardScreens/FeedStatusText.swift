// The feeds' state in a few words: fresh or old, whole or broken, for the right end of the header.

import DashboardModel

/// The words for the state of all feeds; the worst feed speaks.
struct FeedStatusText {
  let text: String
  /// Whether somebody should look.
  let isTrouble: Bool

  init(feeds: [FeedReport], now: Timestamp, isPaused: Bool) {
    let unreadable = feeds.map(\.unreadableCount).reduce(0, +)
    var words: [String] = isPaused ? ["PAUSED"] : []
    if let broken = feeds.first(where: { $0.status.isBroken }),
      case .broken(let reason, let since) = broken.status
    {
      words.append("BROKEN since \(AgeText.clock(since)): \(reason)")
      isTrouble = true
    } else {
      words.append(Self.words(feeds, now))
      isTrouble = unreadable > 0 || isPaused
    }
    if unreadable > 0 { words.append("\(unreadable) unreadable") }
    text = words.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private static func words(_ feeds: [FeedReport], _ now: Timestamp) -> String {
    if feeds.isEmpty { return "no source" }
    let reading = feeds.filter { $0.status.isReading }
    let sources = feeds.count == 1 ? "" : " \(feeds.count) sources"
    if !reading.isEmpty { return "reading\(sources)" }
    guard let oldest = feeds.compactMap(\.observedAt).min() else { return "no facts yet" }
    let age = AgeText.text(from: oldest, to: now)
    return feeds.contains { $0.status == .live } ? "LIVE\(sources) \(age)" : "READ\(sources) \(age)"
  }
}
