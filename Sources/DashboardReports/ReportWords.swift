// Evidence in one line: every format says it alike.

import DashboardModel

extension Evidence {
  /// `inventory of win-a-01, file: ledger.json (2026-11-24T06:41:00Z)`.
  var words: String {
    let time = at.map { " (\($0.text))" } ?? ""
    return "\(object), \(field): \(value.isEmpty ? "nothing" : value)\(time)"
  }
}
