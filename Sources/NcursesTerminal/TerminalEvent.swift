// What a terminal tells the program.

package import TerminalCanvas

/// Something that happened at the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted as one piece (bracketed paste); never a command. Line breaks are `\n`; nothing else is made safe.
  case paste(String)
  case mouse(MouseEvent)
  case resized(columns: Int, rows: Int)
  /// The program was suspended and runs again; what was shown last is on the screen.
  case resumed
  /// Someone asks the program to end.
  case signal(TerminationSignal)
  /// The terminal is gone: end, there is nobody to show anything to.
  case hangUp
}

/// A signal that asks the program to end.
package enum TerminationSignal: Int32, Hashable, Sendable, CaseIterable {
  case hangUp = 1
  case interrupt = 2
  case terminate = 15

  /// The exit status by which a shell knows that the signal ended the program: 128 and its number.
  package var exitStatus: Int32 { 128 + rawValue }
}
