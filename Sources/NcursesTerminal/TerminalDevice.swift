// The file descriptors of the terminal.

import CNcurses
import Glibc

/// Where keys come from and the picture goes to.
struct TerminalDevice {
  let input: Int32
  let output: Int32

  /// The standard streams; keys come from the controlling terminal when standard input is something else.
  init() throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    output = STDOUT_FILENO
    if isatty(STDIN_FILENO) == 1 {
      input = STDIN_FILENO
    } else {
      input = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard input >= 0 else { throw .noControllingTerminal }
    }
  }

  /// Writes past ncurses, whose own buffer is empty between two frames.
  func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Columns and rows as the kernel knows them, else as the environment says, else 80 x 24.
  var size: (columns: Int, rows: Int) {
    var (columns, rows): (Int32, Int32) = (0, 0)
    if cn_kernel_size(output, &columns, &rows) == 1 { return (Int(columns), Int(rows)) }
    return (Self.number("COLUMNS") ?? 80, Self.number("LINES") ?? 24)
  }

  private static func number(_ name: String) -> Int? {
    getenv(name).flatMap { Int(String(cString: $0)) }.flatMap { (1...10_000).contains($0) ? $0 : nil }
  }
}
