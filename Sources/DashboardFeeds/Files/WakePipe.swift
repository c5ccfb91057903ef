// A pipe by which one thread wakes another out of poll(2).

internal import Glibc

/// Both ends of a pipe. Its bytes mean nothing but that there is something to look at.
struct WakePipe: ~Copyable, Sendable {
  /// Becomes readable with the first byte; -1 where no pipe could be made.
  let descriptor: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) != 0 { ends = [-1, -1] }
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if writeEnd >= 0 { close(writeEnd) }
  }

  /// Puts a byte in.
  func wake() {
    var byte: UInt8 = 0
    if writeEnd >= 0 { _ = write(writeEnd, &byte, 1) }
  }

  /// Takes a byte out.
  func settle() {
    var byte: UInt8 = 0
    if descriptor >= 0 { _ = read(descriptor, &byte, 1) }
  }
}
