// The words that stand at the top of every screen while it does not show the present.

import DashboardModel

/// Says that this is not live.
enum TimeBanner {
  /// `PAST 09:41:07  NOT LIVE  -12m  play x10, L: live`; nil in the present.
  static func text(_ state: AppState) -> String? {
    guard let moment = state.time.moment else { return nil }
    let end = state.time.isReplay ? state.time.span?.upperBound : state.time.wall
    var words = state.time.isReplay ? "REPLAY " : "PAST "
    let isToday = end.map { $0.text.prefix(10) == moment.text.prefix(10) } ?? false
    words += isToday ? AgeText.clock(moment) : String(moment.text.prefix(19).replacing("T", with: " "))
    words += "  NOT LIVE"
    if let end {
      let distance = end.since(moment)
      if distance >= .seconds(1) {
        words += "  -\(DurationWord.text(distance))"
      } else if state.time.isReplay {
        words += " (end)"
      }
    }
    if state.time.isPlaying { words += "  play x\(state.time.speed)" }
    let way = state.time.isReplay ? "" : ", \(state.keys.name(of: "live")): live"
    return words + way
  }
}
