// Asks a reading thread that waits in poll to read again: rung from any thread, taken up by the one that reads.

internal import Glibc
import Synchronization

/// A bell of one run. Rings that come before it is taken up are one.
final class Bell: Sendable {
  /// The pipe tells poll; the flag tells whether there is anything in it.
  private let signal = Mutex(false)
  private let pipe = WakePipe()

  init() {}

  /// Becomes readable when it rings; -1 where no pipe could be made.
  var descriptor: Int32 { pipe.descriptor }

  /// Whether it rang and nobody took it up.
  var isRung: Bool { signal.withLock { $0 } }

  /// Rings.
  func ring() {
    signal.withLock { isRung in
      if isRung { return }
      isRung = true
      pipe.wake()
    }
  }

  /// Takes the ring up; false where there was none.
  func isTakenUp() -> Bool {
    signal.withLock { isRung in
      defer { isRung = false }
      if isRung { pipe.settle() }
      return isRung
    }
  }

  /// Waits until it rings; false when `stop` is signalled.
  func wait(_ stop: StopSignal) -> Bool {
    while !stop.isSignalled, !isRung {
      var polled = [stop.descriptor, descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if poll(&polled, nfds_t(polled.count), -1) < 0, errno != EINTR { return false }
    }
    return !stop.isSignalled
  }
}

/// The bells of a feed's runs: a feed may be read by several at once.
final class OpenBells: Sendable {
  private let bells = Mutex<[ObjectIdentifier: Bell]>([:])

  /// Takes a run's bell in.
  func add(_ bell: Bell) { bells.withLock { $0[ObjectIdentifier(bell)] = bell } }

  /// Lets a run's bell go.
  func remove(_ bell: Bell) { _ = bells.withLock { $0.removeValue(forKey: ObjectIdentifier(bell)) } }

  /// Rings all of them.
  func ring() {
    for bell in bells.withLock({ Array($0.values) }) { bell.ring() }
  }
}
