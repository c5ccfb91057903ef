// How long to wait before trying again: longer after each failure, and never all at once.

/// Waits that double from failure to failure, each with a share of chance, so that a thousand dashboards do not come
/// back to a server in the same moment. Source: client-go's reflector waits 0.8 s to 30 s, doubled by its jitter.
struct Backoff: Sendable {
  /// The first wait, without its share of chance.
  static let shortest = Duration.milliseconds(800)
  /// The longest wait, without its share of chance.
  static let longest = Duration.seconds(30)

  private(set) var failures = 0

  /// The next wait; `chance` is from 0 up to 1, and doubles it at most.
  mutating func next(chance: Double) -> Duration {
    let wait = min(Self.longest, Self.shortest * (1 << min(failures, 10)))
    failures += 1
    return wait * (1 + chance)
  }

  /// Something went well: the next failure is a first one.
  mutating func reset() { failures = 0 }
}
