// What a line of the operator's means: a command of the table, a word of the linear mode, a number, or nothing.

import StructuredText
import TerminalCanvas

/// A word that only the linear mode has: what eyes do on a screen.
enum LinearWord: String, CaseIterable, Sendable {
  case read
  case readAll = "read all"
  case more
  case rows
  case columns
  case row
  case column
  case face
  case open
  case news

  /// The word, what stands behind it, and what it does.
  var help: String {
    switch self {
    case .read: "read: say again where you are; so does an empty line"
    case .readAll: "read all: say everything that this screen shows"
    case .more: "more: go on with a long list"
    case .rows: "rows: list the rows of the matrix, with what is wrong where"
    case .columns: "columns: list the columns of the matrix in the same way"
    case .row: "row NUMBER or NAME: go to a row; a number alone does the same, on a page to a line"
    case .column: "column NUMBER or NAME: go to a column"
    case .face: "face NUMBER: turn the cube"
    case .open: "open: go deeper, as Enter does on the screen"
    case .news: "news: say what changed since it was last said; news on, news off: as it comes, or when asked"
    }
  }
}

/// A line, understood.
enum LinearCommand {
  /// An empty line.
  case nothing
  /// A number alone: a row of the matrix, a line of a page.
  case place(Int)
  /// A word of this mode.
  case word(LinearWord, argument: String)
  /// A command of the table.
  case command(Command, argument: String)
  /// None of these: what to say.
  case unknown(String)

  /// Understands a line on a screen. A name may be cut short where only one begins so; a `:` before it, as on the
  /// screen, does no harm. Nothing is guessed: a slip of the finger must not run another command.
  init(_ line: String, on screen: ScreenKind, keys: KeyMap) {
    var text = line.split(separator: " ").joined(separator: " ")
    if text.hasPrefix(":"), text.count > 1 { text = String(text.dropFirst()) }
    if text.isEmpty {
      self = .nothing
    } else if let number = Int(text) {
      self = .place(number)
    } else if let found = Self.named(text, on: screen) {
      self = found
    } else if let command = Key(name: text).flatMap({ keys.command(for: $0, on: screen) }) {
      self = .command(command, argument: "")
    } else {
      self = Self.begun(text, on: screen) ?? .unknown(Self.regret(text, on: screen))
    }
  }

  /// The longest name that the line begins with.
  private static func named(_ text: String, on screen: ScreenKind) -> LinearCommand? {
    func begins(_ name: String) -> Bool { text == name || text.hasPrefix(name + " ") }
    let command = CommandTable.commands(on: screen).filter { begins($0.name) }
      .max { $0.name.count < $1.name.count }
    let word = LinearWord.allCases.filter { begins($0.rawValue) }
      .max { $0.rawValue.count < $1.rawValue.count }
    if let command, command.name.count >= word?.rawValue.count ?? 0 {
      return .command(command, argument: String(text.dropFirst(command.name.count + 1)))
    }
    return word.map { .word($0, argument: String(text.dropFirst($0.rawValue.count + 1))) }
  }

  /// The only name that begins with the line.
  private static func begun(_ text: String, on screen: ScreenKind) -> LinearCommand? {
    let commands = CommandTable.commands(on: screen).filter { $0.name.hasPrefix(text) }
    let words = LinearWord.allCases.filter { $0.rawValue.hasPrefix(text) }
    if commands.count + words.count != 1 { return nil }
    if let command = commands.first { return .command(command, argument: "") }
    return words.first.map { .word($0, argument: "") }
  }

  private static func regret(_ text: String, on screen: ScreenKind) -> String {
    let names = CommandTable.commands(on: screen).map(\.name) + LinearWord.allCases.map(\.rawValue)
    let begun = names.filter { $0.hasPrefix(text) }
    if begun.count > 1 { return "\(text) may be \(begun.joined(separator: ", or "))" }
    if CommandTable.named(text) != nil { return "\(text) does not work on this screen; back may lead to one" }
    let nearest = nearestKey(to: text, among: names).map { "; did you mean \($0)?" } ?? "; help lists them"
    return "\"\(text)\" is no command here\(nearest)"
  }
}
