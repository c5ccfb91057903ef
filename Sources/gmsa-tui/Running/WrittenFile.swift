// A file that a command writes where the operator says.

import Glibc
import TerminalCanvas

/// A file by its path; what stood there before is replaced.
struct WrittenFile {
  let path: String

  /// Writes the file. The fault names it and says why.
  func write(_ text: String) throws(UsageFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw fault }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw fault }
      rest = rest.dropFirst(count)
    }
  }

  private var fault: UsageFault {
    .text("\(DisplayText(path).text) cannot be written: \(String(cString: strerror(errno)))")
  }
}
