// When the simulation's events come: each kind at its own pace, jittered by the seed.

import DashboardModel

/// When the next event of each kind is due.
struct DemoCalendar: Sendable {
  /// What happens to the clusters from time to time.
  enum Event: Int, CaseIterable, Sendable {
    case restart, rollout, rotation, drain, failure, join, round, inventory, move

    /// Steps between two of the kind; a step is five simulated seconds.
    var interval: ClosedRange<Int> {
      switch self {
      case .restart: 3...7
      case .rollout: 18...36
      case .rotation: 60...110
      case .drain: 50...90
      case .failure: 90...140
      case .join: 110...170
      case .round: 50...80
      case .inventory: 12...12
      case .move: 50...90
      }
    }
  }

  private var next: [Int] = []

  /// Draws the first date of every kind.
  mutating func open(_ random: inout SplitMix64) {
    next = Event.allCases.map { 1 + random.index(below: $0.interval.upperBound) }
  }

  /// The events of a step, each of them booked again.
  mutating func due(at step: Int, _ random: inout SplitMix64) -> [Event] {
    Event.allCases.filter { event in
      guard next[event.rawValue] <= step else { return false }
      next[event.rawValue] = step + random.number(in: event.interval)
      return true
    }
  }
}
