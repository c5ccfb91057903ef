// Ages as people read them.

import DashboardModel

/// How long ago something was.
enum AgeText {
  /// `2s ago`, `12m ago`, `3h ago`, `5d ago`; `just now` also for moments that a wrong clock puts into the future.
  static func text(from then: Timestamp, to now: Timestamp) -> String {
    let seconds = now.since(then).components.seconds
    switch seconds {
    case ..<2: return "just now"
    case ..<120: return "\(seconds)s ago"
    case ..<7200: return "\(seconds / 60)m ago"
    case ..<172_800: return "\(seconds / 3600)h ago"
    default: return "\(seconds / 86_400)d ago"
    }
  }

  /// `09:41:07`, in UTC.
  static func clock(_ moment: Timestamp) -> String { String(moment.text.dropFirst(11).prefix(8)) }
}
