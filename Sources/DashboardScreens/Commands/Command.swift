// What a key does: the one table from which keys act, help is written and the footer is drawn.

package import TerminalCanvas

/// A command of the dashboard.
package struct Command: Sendable {
  /// Its name, as the palette and the config call it.
  package let name: String
  /// Its keys unless the config says otherwise, the one to show first.
  package let keys: [Key]
  /// What it does, in one sentence.
  package let sentence: String
  /// The word for the footer; nil where it is not worth the room.
  package let hint: String?
  /// The screens that it works on.
  package let screens: Set<ScreenKind>
  /// What it wants behind its name in the palette; nil where it stands alone.
  package let argument: CommandArgument?
  /// Why it cannot run now; nil where it can.
  package let disabledReason: @Sendable (AppState) -> String?
  /// Runs it. The text is what was typed behind its name; nil when a key was pressed.
  package let run: @Sendable (inout AppState, String?) -> [Effect]

  /// A command that stands alone.
  init(
    _ name: String, _ keys: [Key], _ sentence: String, hint: String? = nil,
    on screens: Set<ScreenKind> = [.matrix],
    disabled: @escaping @Sendable (AppState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout AppState) -> [Effect]
  ) {
    self.init(
      name, keys, sentence, hint: hint, on: screens, argument: nil, disabled: disabled,
      runWith: { state, _ in run(&state) })
  }

  /// A command that takes a text behind its name.
  init(
    _ name: String, _ keys: [Key], _ sentence: String, hint: String? = nil,
    on screens: Set<ScreenKind> = [.matrix], argument: CommandArgument?,
    disabled: @escaping @Sendable (AppState) -> String? = { _ in nil },
    runWith run: @escaping @Sendable (inout AppState, String?) -> [Effect]
  ) {
    self.name = name
    self.keys = keys
    self.sentence = sentence
    self.hint = hint
    self.screens = screens
    self.argument = argument
    disabledReason = disabled
    self.run = run
  }
}

/// What a command wants behind its name.
package struct CommandArgument: Sendable {
  /// What help calls it: `NAME`.
  package let word: String
  /// What can be meant, for completion.
  package let candidates: @Sendable (AppState) -> [String]

  /// An argument.
  init(_ word: String, candidates: @escaping @Sendable (AppState) -> [String] = { _ in [] }) {
    self.word = word
    self.candidates = candidates
  }
}
