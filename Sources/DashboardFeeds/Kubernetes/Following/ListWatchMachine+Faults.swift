// What a list does when something goes wrong: whom to believe, when to try again, when to read it anew.

import DashboardModel

extension ListWatchMachine {
  /// A watch's body is over. That is how watches end; only one that told nothing and hardly lived is a fault.
  mutating func end(_ now: Timestamp) -> [ListWatchAction] {
    switch phase {
    case .watching:
      if hasLived(at: now) {
        shortWatches = 0
        return askForChanges()
      }
      shortWatches += 1
      if shortWatches >= Self.suspiciousWatches {
        report(.cannotConnect, "the server ends each watch at once", now)
      }
      return waitForNextTry(now, then: .changes)
    case .streaming, .listing:
      return fail(
        .cannotConnect, "the server ended its answer before the list was complete", now, then: .whole)
    case .idle, .waiting: return []
    }
  }

  /// Nothing came for longer than a bookmark takes: the other side may be gone without a word.
  mutating func silence(_ now: Timestamp) -> [ListWatchAction] {
    switch phase {
    case .watching:
      brokenAt = brokenAt ?? now
      return askForChanges()
    // A server that ignores what it does not know begins an ordinary watch, and never says that the list is complete.
    case .streaming: return stopStreaming()
    case .listing: return fail(.cannotConnect, "the server sent nothing for too long", now, then: .whole)
    case .idle, .waiting: return []
    }
  }

  /// The connection failed. A watch that lived is asked for again at once, without alarm; whatever fails then waits.
  mutating func fail(
    _ cause: OutageCause, _ words: String, _ now: Timestamp, then next: Next? = nil
  ) -> [ListWatchAction] {
    switch phase {
    case .idle, .waiting: return []
    case .watching where next == nil && hasLived(at: now):
      brokenAt = brokenAt ?? now
      return askForChanges()
    case .watching: if openedAt != nil { shortWatches += 1 }
    case .streaming: failedStreams += 1
    case .listing: break
    }
    if failedStreams > 1 { streams = false }
    let then = next ?? usualNext
    report(cause, words, now)
    return waitForNextTry(now, then: then)
  }

  /// The server refused what was asked.
  mutating func refused(_ refusal: APIRefusal, _ now: Timestamp) -> [ListWatchAction] {
    switch refusal.code {
    case 401:
      // The login was renewed before anybody hears of this.
      report(.notAuthorised, refusal.text, now)
      return waitForNextTry(now, then: usualNext)
    case 403: return forbidden(refusal, now)
    case 404: return absent(now)
    case 410: return expired(refusal, now)
    // The server has not seen the version yet: another server of the cluster told it. What is there now it has.
    case 504 where refusal.reason == "Timeout": return later(refusal, now, then: .whole)
    case 429, 500...599: return later(refusal, now, then: usualNext)
    default:
      if phase == .streaming { return stopStreaming() }
      report(.unreadable, refusal.text, now)
      return waitForNextTry(now, then: .whole)
    }
  }

  /// Rights may be given later, and are asked for seldom. Where the list is shown and only its watch is not, it is read
  /// again from time to time.
  private mutating func forbidden(_ refusal: APIRefusal, _ now: Timestamp) -> [ListWatchAction] {
    let words = refusal.text
    switch phase {
    case .streaming: return stopStreaming()
    case .watching:
      mayNotWatch = true
      return wait(policy.pollInterval * (1 + chance() / 10), then: .whole)
    case .idle, .listing, .waiting: break
    }
    if standing == .there {
      report(.notAuthorised, words, now)
    } else {
      standing = .refused(words: words)
    }
    return waitUntilNextTry(policy.refusedInterval * (1 + chance()), now, then: .whole)
  }

  /// The server has no such list: its resource was not installed, or was taken away.
  private mutating func absent(_ now: Timestamp) -> [ListWatchAction] {
    if phase == .streaming { return stopStreaming() }
    standing = .absent
    version = ""
    recover()
    return [.clear] + waitUntilNextTry(policy.absentInterval * (1 + chance()), now, then: .whole)
  }

  /// A version or a page's token is older than the server remembers. The list is read anew; a token that expired while
  /// pages were read would do so again, so that none are asked for then. The inconsistent rest that a server offers for
  /// such a token is not taken: it can lack objects.
  private mutating func expired(_ refusal: APIRefusal, _ now: Timestamp) -> [ListWatchAction] {
    version = ""
    switch phase {
    case .listing(.list(_, .some, _)):
      isPaged = false
      return askForWhole()
    case .watching:
      let pause = expiries.next(chance: chance())
      if expiries.failures == 1 { return askForWhole() }
      // A server which calls each version too old is not asked without a pause.
      report(.cannotConnect, refusal.text, now)
      return waitUntilNextTry(pause, now, then: .whole)
    default: return later(refusal, now, then: .whole)
    }
  }

  private mutating func later(
    _ refusal: APIRefusal, _ now: Timestamp, then next: Next
  ) -> [ListWatchAction] {
    report(.cannotConnect, refusal.text, now)
    guard let seconds = refusal.retryAfter else { return waitForNextTry(now, then: next) }
    mayHurry = false
    // The server knows when it has room again; a share of chance keeps its clients apart.
    return waitUntilNextTry(.seconds(seconds) + .seconds(1) * chance(), now, then: next)
  }

  // MARK: Waiting

  /// What is asked after a fault: a watch goes on from the version that it knows.
  private var usualNext: Next { phase == .watching ? .changes : .whole }

  /// Whether the open watch told something or lived for a while.
  private func hasLived(at now: Timestamp) -> Bool {
    guard let openedAt else { return false }
    return hasTold || now.since(openedAt) >= policy.shortestWatch
  }

  private mutating func report(_ cause: OutageCause, _ words: String, _ now: Timestamp) {
    trouble = FeedOutage(cause, reason: words, since: trouble?.since ?? brokenAt ?? now)
  }

  private mutating func waitForNextTry(_ now: Timestamp, then next: Next) -> [ListWatchAction] {
    waitUntilNextTry(backoff.next(chance: chance()), now, then: next)
  }

  private mutating func waitUntilNextTry(
    _ duration: Duration, _ now: Timestamp, then next: Next
  ) -> [ListWatchAction] {
    nextTryAt = now.advanced(by: duration)
    return wait(duration, then: next)
  }
}
