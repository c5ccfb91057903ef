// Why no screen can be shown.

/// Why there is no terminal to draw on. The caller then prints the report instead.
package enum TerminalError: Error, Hashable, Sendable {
  /// Standard output goes to a file or a pipe.
  case outputIsNoTerminal
  /// Standard input is no terminal and the process has no controlling one.
  case noControllingTerminal
  /// The terminal of that name (`TERM`) cannot place its cursor.
  case dumb(term: String)
  /// terminfo knows neither the name nor any that we fall back to.
  case unknown(term: String)
}
