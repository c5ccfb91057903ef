// Which theme the operator gets: the one that was named, from a file of their own or built in, else one that suits the
// terminal.

import DashboardFeeds
import DashboardScreens
import StructuredText
import TerminalCanvas

/// The themes that there are, and the one that was chosen. Made before the terminal is taken over, since what is wrong
/// with a theme must be read.
struct ThemeChoice {
  /// The operator's own themes that can be read, then the built-in ones whose names are still free.
  let themes: [ThemeSheet]
  /// The theme that was named.
  private let chosen: ThemeSheet?

  /// The theme that is set: a path where the word has a slash or ends in .yaml, else a name, looked up in the operator's
  /// folder and among the built-in ones. Where none is set the terminal decides.
  init(_ settings: Settings) throws(UsageFault) {
    let own = Self.own
    let readable = own.compactMap { try? $0.sheet() }
    let taken = Set(readable.map(\.name))
    themes = readable + BuiltInThemes.all.filter { !taken.contains($0.name) }
    guard let word = settings.config.theme else {
      chosen = nil
      return
    }
    if Self.isPath(word) {
      chosen = try ThemeFile(path: Self.path(word, settings)).sheet()
    } else if let file = own.first(where: { $0.name == word }) {
      chosen = try file.sheet()
    } else if let theme = themes.first(where: { $0.name == word }) {
      chosen = theme
    } else {
      throw .text(Self.unknown(word, among: themes.map(\.name)))
    }
  }

  /// Whether a word may be set as a theme; whether its file can be read is seen when it is.
  static func mayBeTheme(_ word: String) -> Bool {
    isPath(word) || BuiltInThemes.all.contains { $0.name == word } || own.contains { $0.name == word }
  }

  /// The theme for a terminal with so many colours.
  func theme(colors: ColorDepth, isASCII: Bool) -> Theme {
    let name = colors == .none ? BuiltInThemes.colorlessName : BuiltInThemes.defaultName
    let sheet = chosen ?? themes.first { $0.name == name } ?? ThemeSheet(name: name)
    return sheet.theme(colors: colors, isASCII: isASCII)
  }

  /// The themes of the operator's folder.
  private static var own: [ThemeFile] { folder.map { ThemeFile.all(in: $0) } ?? [] }

  /// The folder `themes` beside the config's usual place; nil where there is no home.
  private static var folder: String? { ConfigFile.folder(.ofProcess).map { $0 + "/themes" } }

  private static func isPath(_ word: String) -> Bool {
    word.contains("/") || word.hasSuffix(".yaml") || word.hasSuffix(".yml")
  }

  /// Relative paths of a config start at its folder, those of a flag where the operator is.
  private static func path(_ word: String, _ settings: Settings) -> String {
    guard case .file = settings.origin("theme"), let file = settings.file, !word.hasPrefix("/") else {
      return word
    }
    return file.folder + "/" + word
  }

  private static func unknown(_ word: String, among names: [String]) -> String {
    let meant = nearestKey(to: word, among: names).map { " Did you mean \"\($0)\"?" } ?? ""
    let place = folder.map { ", and none lies in \(DisplayText($0).text)" } ?? ""
    return "no theme is called \"\(DisplayText(word).text)\"\(place).\(meant) There are: "
      + "\(names.joined(separator: ", ")); or give the path of a theme file"
  }
}
