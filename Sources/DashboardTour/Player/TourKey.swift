// The keys that are the tour's own while it runs; all others are the dashboard's.

package import TerminalCanvas

/// What an operator can ask of the tour.
package enum TourKey: Hashable, Sendable, CaseIterable {
  /// Holds the tour, or goes on where it was held.
  case pause
  /// To the beginning of this caption, or to the one before.
  case back
  /// To the next caption.
  case forward
  /// Half as fast.
  case slower
  /// Twice as fast.
  case faster
  /// Ends the tour.
  case leave

  /// The keys, the one to show first. None of them does anything on a screen that a presenter would miss: `space` marks a
  /// row of the matrix, which the palette does too.
  package var keys: [Key] {
    switch self {
    case .pause: ["p", "space"]
    case .back: ["<"]
    case .forward: [">"]
    case .slower: ["["]
    case .faster: ["]"]
    case .leave: ["q"]
    }
  }

  /// The word on the strip.
  var word: String {
    switch self {
    case .pause: "pause"
    case .back: "back"
    case .forward: "on"
    case .slower: "slower"
    case .faster: "faster"
    case .leave: "leave"
    }
  }

  /// What a key asks for; nil where it is the dashboard's.
  package init?(_ key: Key) {
    guard let found = Self.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    self = found
  }
}
