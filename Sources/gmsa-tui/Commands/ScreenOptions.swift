// Options of every command that shows the dashboard.

import ArgumentParser
import DashboardScreens
import Glibc

struct ScreenOptions: ParsableArguments {
  enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, never, always
  }

  @Option(help: "A built-in theme: \(BuiltInThemes.all.map(\.name).joined(separator: ", ")).")
  var theme: String?

  @Flag(help: "Draw with ASCII alone.")
  var ascii = false

  @Option(help: "When to use colour: auto honours NO_COLOR and the terminal.")
  var color = ColorChoice.auto

  @OptionGroup var picture: PictureArguments

  func validate() throws {
    if let theme, BuiltInThemes.named(theme, isASCII: true) == nil {
      let known = BuiltInThemes.all.map(\.name).joined(separator: ", ")
      throw ValidationError("no theme is called \"\(theme)\"; there are: \(known)")
    }
  }

  /// Flags come before the environment (no-color.org: present and not empty).
  var usesColor: Bool {
    switch color {
    case .never: false
    case .always: true
    case .auto: getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    }
  }
}
