// Counts the bytes that go to the terminal, which ncurses writes where we cannot see them.

import Glibc

/// Measures what this thread writes, by the kernel's account of it. Without such an account it measures 0.
struct OutputMeter: ~Copyable {
  private let descriptor: Int32

  /// A meter of the thread that makes it.
  init() {
    descriptor = open("/proc/thread-self/io", O_RDONLY | O_CLOEXEC)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Runs the body and returns the bytes that this thread wrote meanwhile.
  func measure(_ body: () -> Void) -> Int {
    let before = written()
    body()
    return written() - before
  }

  /// The number in the line `wchar: 1234`.
  private func written() -> Int {
    guard descriptor >= 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return 0 }
    let lines = buffer[..<count].split(separator: UInt8(ascii: "\n"))
    let digits = lines.first { $0.starts(with: Array("wchar:".utf8)) }?.filter { (0x30...0x39).contains($0) }
    return digits?.reduce(0) { $0 * 10 + Int($1 - 0x30) } ?? 0
  }
}
