// What a key does: the one table from which keys act, help is written and the footer is drawn.

package import TerminalCanvas

/// A command of the dashboard.
package struct Command: Sendable {
  /// Its name, as the palette and the config call it.
  package let name: String
  /// Its keys, the one to show first.
  package let keys: [Key]
  /// What it does, in one sentence.
  package let sentence: String
  /// The word for the footer; nil where it is not worth the room.
  package let hint: String?
  /// The screens that it works on.
  package let screens: Set<ScreenKind>
  /// Why it cannot run now; nil where it can.
  package let disabledReason: @Sendable (AppState) -> String?
  /// Runs it.
  package let run: @Sendable (inout AppState) -> [Effect]

  init(
    _ name: String, _ keys: [Key], _ sentence: String, hint: String? = nil,
    on screens: Set<ScreenKind> = [.matrix],
    disabled: @escaping @Sendable (AppState) -> String? = { _ in nil },
    run: @escaping @Sendable (inout AppState) -> [Effect]
  ) {
    self.name = name
    self.keys = keys
    self.sentence = sentence
    self.hint = hint
    self.screens = screens
    disabledReason = disabled
    self.run = run
  }
}
