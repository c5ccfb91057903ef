// How other threads wake the thread that waits at the terminal.

import CNcurses
import Glibc

/// A file descriptor that becomes readable when any thread calls `signal()`.
package final class WakeUp: Sendable {
  /// To poll; -1 when the system has no descriptor left, then only the timeout wakes the waiting thread.
  let descriptor: Int32

  package init() {
    descriptor = cn_eventfd()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Wakes the waiting thread, or the next wait when nobody waits.
  package func signal() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, 8)
  }

  /// Forgets wake-ups so far.
  func clear() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, 8)
  }
}
