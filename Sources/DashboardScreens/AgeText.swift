// Ages and numbers as people read them.

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

/// Numbers.
enum CountText {
  /// `1,204`.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return number < 0 ? "-\(text)" : text
  }

  /// At most four characters: `987`, `4.2k`, `31k`, `2.5M`.
  static func short(_ number: Int) -> String {
    if number < 1000 { return "\(number)" }
    if number < 10_000 { return "\(number / 1000).\(number / 100 % 10)k" }
    if number < 1_000_000 { return "\(number / 1000)k" }
    return "\(number / 1_000_000).\(number / 100_000 % 10)M"
  }
}
