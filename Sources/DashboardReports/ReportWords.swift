// Facts in one line: every format says them alike.

import DashboardModel

extension UnreadableItem {
  /// `inventories/a.json, item 3, line 4, column 17, spec.name: expected a string, found the end`.
  var words: String {
    var place = source
    if let index { place += ", item \(index)" }
    if let line { place += ", line \(line)" }
    if let column { place += ", column \(column)" }
    if !path.isEmpty { place += ", \(path)" }
    return "\(place): \(reason)"
  }
}

extension Evidence {
  /// `inventory of win-a-01, file: ledger.json (2026-11-24T06:41:00Z)`.
  var words: String {
    let time = at.map { " (\($0.text))" } ?? ""
    return "\(object), \(field): \(value.isEmpty ? "nothing" : value)\(time)"
  }
}
