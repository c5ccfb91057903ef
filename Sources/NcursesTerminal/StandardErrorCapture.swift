// Keeps what libraries print to stderr off the screen until the screen is gone.

import CNcurses
import Glibc

/// While a screen is shown, stderr is a file in memory; afterwards the end of that file is printed.
struct StandardErrorCapture: ~Copyable {
  /// The file in memory and the real stderr; -1 when nothing is captured.
  let file: Int32
  let original: Int32

  /// Captures, unless stderr does not go to a terminal anyway.
  init() {
    guard isatty(STDERR_FILENO) == 1 else {
      (file, original) = (-1, -1)
      return
    }
    file = cn_memory_file()
    original = file < 0 ? -1 : fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    if original >= 0 { dup2(file, STDERR_FILENO) }
  }

  deinit {
    if file >= 0 { close(file) }
    if original >= 0 { close(original) }
  }

  /// Makes stderr what it was and prints the last 64 KiB that were captured.
  borrowing func release() {
    guard original >= 0 else { return }
    dup2(original, STDERR_FILENO)
    lseek(file, max(0, lseek(file, 0, SEEK_END) - 64 * 1024), SEEK_SET)
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      _ = write(STDERR_FILENO, buffer, count)
    }
    ftruncate(file, 0)
    lseek(file, 0, SEEK_SET)
  }

  /// Captures again after `release`.
  borrowing func resume() {
    if original >= 0 { dup2(file, STDERR_FILENO) }
  }
}
