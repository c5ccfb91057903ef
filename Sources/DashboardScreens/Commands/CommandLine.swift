// A command by its name with what stands behind it, as the palette and the linear mode take it.

import TerminalCanvas

/// Reads lines such as `theme light`. What is not a name as written is taken for the command that it is most like.
struct CommandLine {
  let state: AppState

  init(_ state: AppState) { self.state = state }

  /// The command whose whole name the line begins with, the longest where several do, and the rest of the line.
  func exact(_ line: String) -> (command: Command, argument: String)? {
    let commands = CommandTable.commands(on: state.screen)
    let found = commands.filter { line == $0.name || line.hasPrefix($0.name + " ") }
      .max { $0.name.count < $1.name.count }
    return found.map { ($0, String(line.dropFirst($0.name.count + 1))) }
  }

  /// The command that a line means; nil where none is like it.
  func meant(_ line: String) -> (command: Command, argument: String)? {
    if let exact = exact(line) { return exact }
    let commands = CommandTable.commands(on: state.screen)
    // As `:q` of an editor: a key's name is as good as the command's.
    if let command = commands.first(where: { state.keys.keys(of: $0).contains { $0.name == line } }) {
      return (command, "")
    }
    return FuzzyMatch.best(line, among: commands.map(\.name)).first.flatMap { name in
      commands.first { $0.name == name }.map { ($0, "") }
    }
  }
}

extension AppState {
  /// Runs a command by its name, as typed.
  mutating func runCommand(named line: String) -> [Effect] {
    let text = line.split(separator: " ").joined(separator: " ")
    if text.isEmpty { return [] }
    guard let (command, argument) = CommandLine(self).meant(text) else {
      let other = CommandTable.named(text).map { _ in "it does not work on this screen" }
      let nearest = CommandTable.nearest(to: text).map { "; did you mean \"\($0.name)\"?" }
      notice = "\"\(text)\" is no command here" + (other.map { ": \($0)" } ?? nearest ?? "")
      return []
    }
    return run(command, argument: argument.isEmpty ? nil : argument)
  }
}
