// A strip over all that is recorded: a column a part, as high as much changed, with the moment that is seen below it.

import DashboardModel
import TerminalCanvas

/// Draws how much changed when.
struct TimeStrip {
  let state: AppState
  let span: ClosedRange<Timestamp>

  private static let bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let asciiBars = [".", ".", ":", ":", "|", "|", "#", "#"]

  /// The strip, its moment, and its ends.
  var lines: [PageLine] {
    if state.time.activity.isEmpty { return [] }
    let columns = max(10, state.columns - 5)
    let parts = Self.joined(state.time.activity, into: columns)
    let most = max(1, parts.map(\.changes).max() ?? 1)
    var spans: [PageSpan] = []
    for part in parts {
      let span = PageSpan(bar(part.changes, most), part.isCritical ? .state(.missing) : .part(.readOut))
      if let last = spans.last, last.role == span.role {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
    return [
      PageLine(.figure, spans, indent: 1, isVerbatim: true),
      PageLine(.figure, [PageSpan(mark(columns), .part(.key))], indent: 1, isVerbatim: true),
      PageLine(.detail, [.dim(words(parts))], indent: 1),
      .space,
    ]
  }

  /// Equal parts joined to as many as there are columns.
  static func joined(_ activity: [TimeActivity], into columns: Int) -> [TimeActivity] {
    var parts = [TimeActivity](repeating: TimeActivity(changes: 0, isCritical: false), count: columns)
    for (place, part) in activity.enumerated() {
      let column = min(columns - 1, place * columns / activity.count)
      parts[column].changes += part.changes
      if part.isCritical { parts[column].isCritical = true }
    }
    return parts
  }

  /// Little and much differ by thousands: the height is the logarithm.
  private func bar(_ changes: Int, _ most: Int) -> String {
    if changes == 0 { return " " }
    func digits(_ number: Int) -> Int { Int.bitWidth - number.leadingZeroBitCount }
    let height = most <= 1 ? 7 : min(7, digits(changes) * 7 / max(1, digits(most)))
    return state.theme.glyphs.isASCII ? Self.asciiBars[height] : Self.bars[height]
  }

  private func mark(_ columns: Int) -> String {
    let length = max(1, span.upperBound.milliseconds - span.lowerBound.milliseconds)
    let moment = state.time.moment ?? span.upperBound
    let part = Double(moment.milliseconds - span.lowerBound.milliseconds) / Double(length)
    let place = max(0, min(columns - 1, Int(part * Double(columns - 1))))
    return String(repeating: " ", count: place) + "^"
  }

  /// What the strip says by height and colour alone.
  private func words(_ parts: [TimeActivity]) -> String {
    let shown = state.time.moment.map { "\(TimeScreen.clock($0, span)) is shown" } ?? "the present is shown"
    let critical = parts.count(where: \.isCritical)
    return critical == 0
      ? "\(shown); nothing critical began"
      : "\(shown); something critical began in \(critical) of \(parts.count) parts"
  }
}
