// What the operator may decide about the terminal.

/// How to use the terminal.
package struct TerminalOptions: Sendable {
  /// When to wrap a frame so that the terminal shows it at once (synchronized output, private mode 2026).
  package enum Synchronization: Sendable {
    case automatic, always, never
  }

  /// False shows attributes but no colours (`NO_COLOR`, `--color never`).
  package var usesColor: Bool
  package var synchronization: Synchronization
  /// Written to stderr when the program crashes, after the screen is restored.
  package var crashNotice: String

  package init(
    usesColor: Bool = true, synchronization: Synchronization = .automatic, crashNotice: String = ""
  ) {
    self.usesColor = usesColor
    self.synchronization = synchronization
    self.crashNotice = crashNotice
  }
}
