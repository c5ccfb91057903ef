// What the operator should know about a terminal that works, but not as it could.

/// A shortcoming of the terminal that we worked around.
package enum TerminalNotice: Hashable, Sendable, CustomStringConvertible {
  /// terminfo here does not know `name`; the screen is drawn as for `substitute`.
  case unknownTerm(name: String, substitute: String)

  /// What to tell the operator, and what to do about it.
  package var description: String {
    switch self {
    case .unknownTerm("", let substitute):
      "TERM is not set; drawing as for \(substitute). Set TERM to the name of your terminal."
    case .unknownTerm(let name, let substitute):
      "this machine does not know TERM=\(name); drawing as for \(substitute). To teach it, run on your own machine: "
        + "infocmp -x \(name) | ssh HOST tic -x -"
    }
  }
}
