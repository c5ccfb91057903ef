// The keys and commands as documentation has them: written from the table, so that no page can tell of other keys.

import TerminalCanvas

/// Writes what the table of commands holds.
package enum KeyPages {
  /// Commands that work on the same screens.
  package struct Section: Sendable {
    /// Where they work.
    package let title: String
    /// They, in the order of the table.
    package let commands: [Command]
  }

  /// All commands, by where they work.
  package static var sections: [Section] {
    var titles: [String] = []
    var commands: [String: [Command]] = [:]
    for command in CommandTable.all {
      let title = place(of: command)
      if commands[title] == nil { titles.append(title) }
      commands[title, default: []].append(command)
    }
    return titles.map { Section(title: $0, commands: commands[$0] ?? []) }
  }

  private static func place(of command: Command) -> String {
    if command.screens == [.matrix] { return "On the matrix" }
    if command.screens == ScreenKind.pages { return "On every other screen" }
    let missing = ScreenKind.everywhere.subtracting(command.screens)
    if missing.count <= 1 { return "On every screen" }
    let names = ScreenKind.allCases.filter(command.screens.contains).map(\.rawValue)
    return "On the screens " + names.joined(separator: ", ")
  }

  /// The words that only the linear mode has, each with what it does.
  package static var linearWords: [String] { LinearWord.allCases.map(\.help) }

  /// The page docs/keys.md.
  package static var markdown: String {
    var text = """
      # Keys and commands

      Written from the table that handles them; `?` shows those of the screen that is seen, with the keys of your config.
      A command without a key is run by its name behind `:`. In the linear mode (docs/linear.md) all are run by name.

      """
    for section in sections {
      text += "\n## \(section.title)\n\n| key | command | does |\n| --- | --- | --- |\n"
      for command in section.commands {
        let keys = command.keys.map { code($0.name) }.joined(separator: " ")
        let name = command.name + (command.argument.map { " \($0.word)" } ?? "")
        text += "| \(keys) | \(name) | \(command.sentence.replacing("|", with: "\\|")) |\n"
      }
    }
    text += "\n## Words of the linear mode\n\n"
    for word in linearWords { text += "- \(word)\n" }
    return text
  }

  private static func code(_ key: String) -> String {
    key == "`" ? "`` ` ``" : "`\(key.replacing("|", with: "\\|"))`"
  }
}
