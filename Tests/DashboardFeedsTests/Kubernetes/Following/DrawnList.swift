// A list's life drawn as text: a column is a second, the upper line is what the server does, the lower what is asked.

import DashboardModel

@testable import DashboardFeeds

/// Plays what a server does, a character a second, and draws what the machine asks.
///
/// The server: `o` opens its answer, `p` a page with more behind it, `P` the last page, `a` `m` `d` changes each with the
/// next version, `=` the last change once more, `b` a bookmark, `i` the bookmark that ends a streamed list, `.` the end
/// of the body, `x` a broken connection, `s` silence, `?` rubbish, `!` a change that cannot be placed, and
/// refusals: `1` 401, `3` 403, `4` 404, `G` 410, `2` 422, `9` 429 with Retry-After 5, `5` 503, `T` 504 too new.
/// `-` nothing. `r`: the operator refreshes.
///
/// The machine: `L` a list from its beginning, `l` a further page, `F` a list without pages, `N` the list as it is now,
/// `w` a watch, `W` a streamed list. Several in one second stand in parentheses.
struct DrawnList {
  private(set) var machine: ListWatchMachine
  private(set) var drawing = ""
  /// Actions other than requests, in order.
  private(set) var deeds: [String] = []
  private var second = 0
  private var told = 100
  private var wakesAt: Timestamp?

  init(_ policy: ListWatchPolicy = ListWatchPolicy(), chance: Double = 0) {
    machine = ListWatchMachine(policy) { chance }
  }

  /// The time at the present column.
  private var now: Timestamp { Timestamp(milliseconds: Int64(second) * 1000) }

  /// Plays a line of what the server does; the drawing of the answers.
  static func drawn(_ server: String, _ policy: ListWatchPolicy = ListWatchPolicy()) -> String {
    var list = DrawnList(policy)
    list.play(server)
    return list.drawing
  }

  mutating func play(_ server: String) {
    for sign in server {
      var asked = second == 0 && drawing.isEmpty ? perform(.began) : ""
      if let due = wakesAt, due <= now {
        wakesAt = nil
        asked += perform(.woke)
      }
      for event in events(of: sign) { asked += perform(event) }
      drawing += asked.isEmpty ? "-" : asked.count == 1 ? asked : "(\(asked))"
      second += 1
    }
  }

  private mutating func perform(_ event: ListWatchEvent) -> String {
    var asked = ""
    for action in machine.handle(event, at: now) {
      switch action {
      case .send(let request): asked += Self.letter(request)
      case .wake(let wait): wakesAt = now.advanced(by: wait)

      case .beginWhole: deeds.append("begin")
      case .endWhole: deeds.append("end")
      case .take(let isLate): deeds.append(isLate ? "late" : "take")
      case .clear: deeds.append("clear")
      }
    }
    return asked
  }

  private static func letter(_ request: ListWatchRequest) -> String {
    switch request {
    case .watch: "w"
    case .stream: "W"
    case .list(_, .some, _): "l"
    case .list(_, nil, nil): "F"
    case .list(let version, nil, .some): version == "0" ? "L" : "N"
    }
  }

  private mutating func events(of sign: Character) -> [ListWatchEvent] {
    switch sign {
    case "o": return [.opened]
    case "p": return [.pageEnded(version: "\(told)", next: "token")]
    case "P": return [.pageEnded(version: "\(told)", next: nil)]
    case "a", "m", "d", "=":
      if sign != "=" { told += 1 }
      let change: WatchedChange = sign == "a" ? .added : sign == "d" ? .deleted : .modified
      return [.told(change, version: "\(told)")]
    case "b", "i":
      told += 1
      return [.bookmark(version: "\(told)", isInitialEnd: sign == "i")]
    case ".": return [.ended]
    case "x": return [.failed(.cannotConnect, words: "gone")]
    case "s": return [.silent]
    case "?": return [.unreadable(words: "rubbish")]
    case "!": return [.doubted]
    case "r": return [.refreshed]
    default: return refusal(of: sign).map { [.refused($0)] } ?? []
    }
  }

  private func refusal(of sign: Character) -> APIRefusal? {
    switch sign {
    case "1": APIRefusal(code: 401, reason: "Unauthorized")
    case "3": APIRefusal(code: 403, reason: "Forbidden")
    case "4": APIRefusal(code: 404, reason: "NotFound")
    case "G": APIRefusal(code: 410, reason: "Expired")
    case "2": APIRefusal(code: 422, reason: "Invalid")
    case "9": APIRefusal(code: 429, reason: "TooManyRequests", retryAfter: 5)
    case "5": APIRefusal(code: 503, reason: "ServiceUnavailable")
    case "T": APIRefusal(code: 504, reason: "Timeout", retryAfter: 1)
    default: nil
    }
  }
}
