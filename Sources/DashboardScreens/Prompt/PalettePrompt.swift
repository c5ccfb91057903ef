// The palette: any command by its name, found by a few of its letters.

import TerminalCanvas

/// Commands by name.
struct PalettePrompt: PromptSubject {
  let name = PromptName.palette
  let mark = ":"
  let showsCompletionsAtOnce = true
  /// What stands in the line when it opens.
  private let beginning: String

  init(opening text: String = "") { beginning = text }

  func opening(_ state: AppState) -> String { beginning }

  func accepted(_ text: String, _ state: inout AppState) -> [Effect] { state.runCommand(named: text) }

  func completions(_ line: TypedLine, _ state: AppState) -> [Completion] {
    let text = line.text
    if let (command, argument) = CommandLine(state).exact(text), let kind = command.argument,
      text.count > command.name.count
    {
      let start = text.count - argument.count
      return FuzzyMatch.best(argument, among: kind.candidates(state)).prefix(40)
        .map { Completion(range: start..<text.count, text: $0) }
    }
    let commands = CommandTable.commands(on: state.screen)
    var names = FuzzyMatch.best(text, among: commands.map(\.name))
    if names.isEmpty {
      // Who types what a command does, and not its name, is shown the name.
      names = commands.filter { $0.sentence.lowercased().contains(text.lowercased()) }.map(\.name)
    }
    return names.compactMap { name in commands.first { $0.name == name } }
      .map { Completion(range: 0..<text.count, text: $0.name, word: describe($0, state)) }
  }

  func remark(_ text: String, _ state: AppState) -> PromptRemark? {
    guard !text.isEmpty, completions(TypedLine(text), state).isEmpty else { return nil }
    return CommandLine(state).exact(text) == nil ? PromptRemark("no command is like this") : nil
  }

  private func describe(_ command: Command, _ state: AppState) -> String {
    if let reason = command.disabledReason(state) { return "not now: \(reason)" }
    let key = state.keys.keys(of: command).first?.name ?? ""
    return DisplayText(key).padded(to: Self.keyColumns).text + command.sentence
  }

  /// Room for `ctrl-d` and a blank on either side of it.
  private static let keyColumns = 8
}
