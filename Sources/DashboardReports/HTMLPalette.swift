// The colours of states in the HTML report. A test holds every pair to the contrast that WCAG asks for.

import DashboardModel

/// Ink on paper for the states of a severity, by day and by night, as `#rrggbb`.
struct HTMLPalette {
  struct Pair: Hashable {
    let ink: String
    let paper: String
  }

  /// The CSS class.
  let name: String
  let light: Pair
  let dark: Pair

  /// Every class, worst first, then the page itself.
  static let all = [
    HTMLPalette(
      name: "critical", light: Pair(ink: "#8a0012", paper: "#ffe3e3"),
      dark: Pair(ink: "#ffc9c9", paper: "#5c1018")),
    HTMLPalette(
      name: "warning", light: Pair(ink: "#6b4700", paper: "#fff0c2"),
      dark: Pair(ink: "#ffe08a", paper: "#4a3500")),
    HTMLPalette(
      name: "notice", light: Pair(ink: "#00526b", paper: "#ddf4fb"),
      dark: Pair(ink: "#a8e6fa", paper: "#0b3c4c")),
    HTMLPalette(
      name: "unknown", light: Pair(ink: "#4a4a4a", paper: "#ececec"),
      dark: Pair(ink: "#d0d0d0", paper: "#3a3a3a")),
    HTMLPalette(
      name: "page", light: Pair(ink: "#1a1a1a", paper: "#ffffff"),
      dark: Pair(ink: "#e8e8e8", paper: "#16181b")),
    HTMLPalette(
      name: "quiet", light: Pair(ink: "#595959", paper: "#ffffff"),
      dark: Pair(ink: "#a8a8a8", paper: "#16181b")),
  ]

  /// The class of a cell.
  static func name(of cell: Cell) -> String {
    if let severity = cell.severity { return severity.rawValue }
    switch cell.state {
    case .unverified: return "unknown"
    case .eligible, .blank: return "quiet"
    default: return "page"
    }
  }
}
