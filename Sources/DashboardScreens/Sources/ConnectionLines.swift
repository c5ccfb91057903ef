// How a live feed is connected, as lines of the sources screen and of `:debug`.

import DashboardModel

/// The words for a connection and its lists.
struct ConnectionLines {
  let connection: FeedConnection
  let now: Timestamp

  /// Name and words of what an operator looks at: where, how, with which login, how much was asked.
  var facts: [(name: String, spans: [PageSpan])] {
    let version = connection.serverVersion.map { [PageSpan("\(connection.address), \($0)")] }
    var facts = [("server", version ?? [PageSpan(connection.address)]), ("line", security)]
    facts.append(("login", [PageSpan(connection.login ?? "none")]))
    facts.append(("requests", [PageSpan(requests)]))
    if let next = connection.nextTryAt { facts.append(("next try", [PageSpan(until(next))])) }
    return facts + connection.notes.map { ("note", [PageSpan($0)]) }
  }

  /// `31 until the first picture, 120 an hour since`.
  var requests: String {
    let total = NumberText.grouped(connection.requests)
    guard let first = connection.firstFacts else { return "\(total) so far" }
    let start = "\(NumberText.grouped(first.requests)) until the first picture"
    let rate = connection.requestsPerHour(at: now).map { ", \(NumberText.grouped($0)) an hour since" }
    return start + (rate ?? ", \(total) by now")
  }

  /// A sentence a list: `pods: followed, 1,204 kept, 14,000 not needed; heard 3s ago`.
  func words(of list: FollowedList) -> String {
    var words = [phase(list), "\(NumberText.grouped(list.kept)) kept"]
    if list.skipped > 0 { words.append("\(NumberText.grouped(list.skipped)) not needed") }
    if list.changes > 0 { words.append("\(NumberText.grouped(list.changes)) changes") }
    words.append("\(NumberText.grouped(list.requests)) \(list.requests == 1 ? "request" : "requests")")
    if let heard = list.heardAt { words.append("heard \(AgeText.text(from: heard, to: now))") }
    return words.joined(separator: ", ")
  }

  private func phase(_ list: FollowedList) -> String {
    switch list.phase {
    case .reading: "being read"
    case .following: "followed"
    case .waiting: list.nextTryAt.map { "tried again \(until($0))" } ?? "waiting"
    case .absent: "not there"
    }
  }

  private var security: [PageSpan] {
    switch connection.security {
    case .verified: [PageSpan("TLS, the server's certificate was checked")]
    case .unverified: [PageSpan("TLS, the server's certificate is not checked", .part(.fault))]
    case .plain: [PageSpan("no TLS")]
    }
  }

  private func until(_ moment: Timestamp) -> String {
    let seconds = Int((moment.since(now) / .seconds(1)).rounded(.up))
    return seconds > 0 ? "in \(seconds)s" : "now"
  }
}
