// Which module may import which: the picture of docs/ARCHITECTURE.md as a table that a test holds.

/// The arrows between modules. A module that is not in the table fails the test until somebody decides its place.
enum ModuleArrows {
  /// What each module may import of ours, and of the libraries.
  static let allowed: [String: Set<String>] = [
    "DashboardModel": [],
    "TextWidth": [],
    "TerminalCanvas": ["TextWidth"],
    "StructuredText": ["CZlib", "Yams"],
    "Transport": ["CCurl", "StructuredText"],
    "DashboardFeeds": ["DashboardModel", "StructuredText", "Transport"],
    "DashboardScreens": ["DashboardModel", "TerminalCanvas", "StructuredText"],
    "DashboardReports": ["DashboardModel", "StructuredText", "TextWidth"],
    "DashboardTour": [
      "DashboardModel", "DashboardFeeds", "DashboardScreens", "TerminalCanvas", "StructuredText",
    ],
    "NcursesTerminal": ["CNcurses", "TerminalCanvas"],
    "gmsa-tui": [
      "DashboardModel", "TerminalCanvas", "StructuredText", "Transport", "DashboardFeeds", "DashboardScreens",
      "DashboardReports", "DashboardTour", "NcursesTerminal", "ArgumentParser",
    ],
  ]

  /// What any module may import beside.
  static let platform: Set<String> = [
    "Glibc", "Synchronization", "Dispatch", "FoundationEssentials",
  ]

  /// The one folder that each library is imported in.
  static let onlyFolder: [String: String] = [
    "Yams": "Sources/StructuredText",
    "CZlib": "Sources/StructuredText",
    "CCurl": "Sources/Transport",
    "CNcurses": "Sources/NcursesTerminal",
    "ArgumentParser": "Sources/gmsa-tui",
  ]
}
