// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "gmsa-tui",
  products: [
    .executable(name: "gmsa-tui", targets: ["gmsa-tui"]),
    .library(name: "DashboardModel", targets: ["DashboardModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "CNcurses",
      cSettings: [.define("_GNU_SOURCE"), .define("_XOPEN_SOURCE_EXTENDED")],
      linkerSettings: [.linkedLibrary("ncursesw")]
    ),
    .systemLibrary(name: "CZlib"),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "DashboardModel", swiftSettings: strict),
    .target(name: "TextWidth", swiftSettings: strict),
    .target(name: "TerminalCanvas", dependencies: ["TextWidth"], swiftSettings: strict),
    .target(
      name: "NcursesTerminal", dependencies: ["CNcurses", "TerminalCanvas"], swiftSettings: strict
    ),
    .target(
      name: "StructuredText",
      dependencies: ["CZlib", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict
    ),
    .target(name: "Transport", dependencies: ["CCurl", "StructuredText"], swiftSettings: strict),
    .target(
      name: "DashboardFeeds",
      dependencies: ["DashboardModel", "StructuredText", "Transport"],
      swiftSettings: strict
    ),
    .target(
      name: "DashboardScreens",
      dependencies: ["DashboardModel", "TerminalCanvas", "StructuredText"],
      resources: [.embedInCode("themes")],
      swiftSettings: strict
    ),
    .target(
      name: "DashboardReports", dependencies: ["DashboardModel", "StructuredText", "TextWidth"],
      swiftSettings: strict
    ),
    .target(
      name: "DashboardTour",
      dependencies: [
        "DashboardModel", "DashboardFeeds", "DashboardScreens", "TerminalCanvas", "StructuredText",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "gmsa-tui",
      dependencies: [
        "NcursesTerminal", "DashboardModel", "TerminalCanvas", "StructuredText", "Transport",
        "DashboardFeeds", "DashboardScreens", "DashboardReports", "DashboardTour",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    // Part of this package and no product of it: a package of its own sees nothing that is `package`.
    .executableTarget(
      name: "benchmarks",
      dependencies: [
        "DashboardModel", "DashboardFeeds", "DashboardScreens", "DashboardTour", "TerminalCanvas",
        "DashboardTesting",
      ],
      path: "Benchmarks/Sources", swiftSettings: strict
    ),
    .target(
      name: "DashboardTesting",
      dependencies: [
        "DashboardModel", "StructuredText", "DashboardFeeds", "TerminalCanvas", "TextWidth", "Transport",
      ],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardModelTests",
      dependencies: ["DashboardModel", "DashboardFeeds", "DashboardTesting"],
      exclude: ["Rules", "Stories", "Filter/Cases"], swiftSettings: strict
    ),
    .testTarget(
      name: "StructuredTextTests",
      dependencies: ["StructuredText", "CZlib", "DashboardTesting"], exclude: ["Fixtures"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TransportTests", dependencies: ["Transport", "DashboardTesting"], exclude: ["Servers"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardFeedsTests",
      dependencies: ["DashboardModel", "DashboardFeeds", "StructuredText", "Transport", "DashboardTesting"],
      exclude: ["Recorded", "Swarm/Engine", "Files/Golden", "Kubernetes/Login/Cases", "Connection/Golden"],
      swiftSettings: strict
    ),
    .testTarget(name: "TextWidthTests", dependencies: ["TextWidth"], swiftSettings: strict),
    .testTarget(
      name: "TerminalCanvasTests", dependencies: ["TerminalCanvas", "TextWidth", "DashboardTesting"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "terminal-probe", dependencies: ["NcursesTerminal", "TerminalCanvas"],
      path: "Tests/TerminalProbe", swiftSettings: strict
    ),
    .testTarget(
      name: "NcursesTerminalTests",
      dependencies: [
        "NcursesTerminal", "CNcurses", "TerminalCanvas", "TextWidth", "DashboardTesting", "terminal-probe",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardScreensTests",
      dependencies: [
        "DashboardScreens", "DashboardModel", "DashboardFeeds", "TerminalCanvas", "TextWidth",
        "DashboardTesting",
      ],
      exclude: [
        "Golden", "GoldenMatrix", "Filter/Golden", "Names/Golden", "Names/GoldenTable", "Time/Golden",
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardTourTests",
      dependencies: [
        "DashboardTour", "DashboardScreens", "DashboardModel", "DashboardFeeds", "TerminalCanvas",
        "DashboardTesting",
      ],
      exclude: ["Golden"], swiftSettings: strict
    ),
    .testTarget(
      name: "DashboardReportsTests",
      dependencies: ["DashboardReports", "DashboardModel", "DashboardFeeds", "DashboardTesting"],
      exclude: ["Golden", "GoldenScaling", "Explained"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "GmsaTuiTests",
      dependencies: [
        "gmsa-tui", "DashboardModel", "DashboardFeeds", "DashboardScreens", "DashboardReports",
        "DashboardTour", "TerminalCanvas", "StructuredText", "Transport", "DashboardTesting",
      ],
      exclude: ["Config/Cases", "Config/Golden", "LintCases", "LintExpected"],
      swiftSettings: strict
    ),
  ],
  swiftLanguageModes: [.v6]
)
