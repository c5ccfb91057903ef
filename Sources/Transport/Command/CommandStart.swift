// Starts a command whose standard input and output are a connection.

internal import CCurl
internal import Glibc

/// A command that was started.
struct CommandStart {
  let process: pid_t
  /// What it writes to standard error; reading it never blocks.
  let errors: Int32

  /// Starts `command` on a connection, which it inherits and the caller closes.
  init(_ command: ConnectionCommand, on connection: Int32) throws(CommandFault) {
    var arguments: [UnsafeMutablePointer<CChar>?] = ([command.program] + command.arguments).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: Int32 = 0
    var errors: Int32 = -1
    let result = cc_start_command(&arguments, connection, &process, &errors)
    guard result == 0 else {
      throw .notStarted(program: command.program, reason: String(cString: strerror(result)))
    }
    self.process = process
    self.errors = errors
  }
}
