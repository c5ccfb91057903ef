// Messages go to standard error: standard output is data.

import Glibc
import TerminalCanvas

enum StandardError {
  /// Prints a message and a line break. Its words may come from a server or a plugin, and standard error is a terminal
  /// more often than not: what such a one must not get is shown as what stands for it.
  static func print(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { DisplayText(String($0)).text + "\n" }.joined()
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
