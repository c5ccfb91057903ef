// Ends a reading thread from another one: a flag for loops, a pipe for poll(2).

import Synchronization

/// Asked once a chunk and waited for in poll; signalled once, by whoever ends the stream.
final class StopSignal: Sendable {
  private let flag = Atomic<Bool>(false)
  private let pipe = WakePipe()

  init() {}

  /// Becomes readable when the signal comes; -1 where no pipe could be made.
  var descriptor: Int32 { pipe.descriptor }

  /// Whether the signal came.
  var isSignalled: Bool { flag.load(ordering: .acquiring) }

  /// Ends what waits.
  func signal() {
    flag.store(true, ordering: .releasing)
    pipe.wake()
  }
}
