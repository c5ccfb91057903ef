// The wording of errors: what happened, why, and what to do next.

import ArgumentParser
import NcursesTerminal

enum ErrorText {
  /// Runs a step whose faults are the caller's: says what is wrong, and ends with exit code 2.
  static func orExit<Result>(_ step: () throws -> Result) throws -> Result {
    do {
      return try step()
    } catch let fault as UsageFault {
      StandardError.print("gmsa-tui: \(fault)")
      throw ExitCode(2)
    } catch let error as ConfigError {
      for line in error.lines { StandardError.print("gmsa-tui: \(line)") }
      throw ExitCode(2)
    }
  }

  /// Why there is no dashboard here.
  static func text(of error: TerminalError) -> String {
    switch error {
    case .outputIsNoTerminal:
      "gmsa-tui: standard output is no terminal; use `gmsa-tui report SOURCE…` for text"
    case .noControllingTerminal:
      "gmsa-tui: there is no terminal to read keys from; use `gmsa-tui report SOURCE…` for text"
    case .dumb(let term):
      "gmsa-tui: a terminal of type \(term) cannot place its cursor; use `gmsa-tui report SOURCE…`"
    case .unknown(let term):
      "gmsa-tui: this machine knows no terminal of type \"\(term)\"; set TERM=xterm-256color and try again"
    }
  }
}
