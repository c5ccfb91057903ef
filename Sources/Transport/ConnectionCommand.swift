// A program whose standard input and output are the connection, as `ssh HOST docker system dial-stdio`.

/// A command that connects. It runs in a session of its own, without a terminal: it cannot ask anybody anything, and
/// what it says on standard error becomes part of the fault.
package struct ConnectionCommand: Hashable, Sendable {
  /// The program, looked up in PATH unless it holds a slash.
  package var program: String
  /// Its arguments, without its own name.
  package var arguments: [String]

  package init(program: String, arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// The command as an operator would type it, for messages.
  package var words: String { ([program] + arguments).joined(separator: " ") }
}
