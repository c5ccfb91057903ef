// Ages as people read them.

import DashboardModel

/// How long ago something was.
enum AgeText {
  /// `15s ago`, `12m ago`, `3h ago`, `5d ago`; `just now` below one step, and for moments that a wrong clock puts into the
  /// future. Ages below two minutes go in steps, five seconds unless asked for others: a text that changes with each
  /// second wakes a laptop for nothing.
  static func text(from then: Timestamp, to now: Timestamp, step: Int64 = 5) -> String {
    let seconds = now.since(then).components.seconds
    switch seconds {
    case ..<step: return "just now"
    case ..<120 where step < 60: return "\(seconds / step * step)s ago"
    case ..<7200: return "\(seconds / 60)m ago"
    case ..<172_800: return "\(seconds / 3600)h ago"
    default: return "\(seconds / 86_400)d ago"
    }
  }

  /// When the text of an age changes next.
  static func untilNextText(from then: Timestamp, to now: Timestamp, step: Int64 = 5) -> Duration {
    let age = max(.zero, now.since(then))
    let unit = Duration.seconds(age < .seconds(120) ? step : 60)
    let whole = Int64((age / unit).rounded(.down))
    return unit * (whole + 1) - age
  }

  /// `09:41:07`, in UTC.
  static func clock(_ moment: Timestamp) -> String { String(moment.text.dropFirst(11).prefix(8)) }
}
