// Ends a reading thread from another one: a flag for loops, a pipe for poll(2).

internal import Glibc
import Synchronization

/// Asked once a chunk and waited for in poll; signalled once, by whoever ends the stream.
final class StopSignal: Sendable {
  private let flag = Atomic<Bool>(false)
  /// Becomes readable when the signal comes; -1 where no pipe could be made.
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

  /// Whether the signal came.
  var isSignalled: Bool { flag.load(ordering: .acquiring) }

  /// Ends what waits.
  func signal() {
    flag.store(true, ordering: .releasing)
    var byte: UInt8 = 0
    if writeEnd >= 0 { _ = write(writeEnd, &byte, 1) }
  }
}
