// The wording of errors: what happened, why, and what to do next.

import ArgumentParser
import DashboardReports
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

  /// Nothing is known of a word that somebody wants explained.
  static func text(of error: Explanation.UnknownWord) -> String {
    let what = "gmsa-tui: nothing is known of \"\(error.asked)\""
    if !error.nearest.isEmpty { return "\(what); did you mean: \(error.nearest.joined(separator: ", "))?" }
    return "\(what): it is no finding, state, number or term, and holds no known error text; "
      + "gmsa-tui explain --help has examples"
  }
}
