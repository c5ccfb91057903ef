// Messages go to standard error: standard output is data.

import Glibc

enum StandardError {
  /// Prints a message and a line break.
  static func print(_ message: String) {
    let bytes = Array((message + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
