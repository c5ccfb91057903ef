// Asks a reading thread that waits in poll to read again: rung from any thread, taken up by the one that reads.

internal import Glibc
import Synchronization

/// A bell of one run. Rings that come before it is taken up are one.
final class Bell: Sendable {
  /// The pipe tells poll; the flag tells whether there is anything in it.
  private let signal = Mutex(false)
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

  /// Whether it rang and nobody took it up.
  var isRung: Bool { signal.withLock { $0 } }

  /// Rings.
  func ring() {
    signal.withLock { isRung in
      if isRung { return }
      isRung = true
      var byte: UInt8 = 0
      if writeEnd >= 0 { _ = write(writeEnd, &byte, 1) }
    }
  }

  /// Takes the ring up; false where there was none.
  func isTakenUp() -> Bool {
    signal.withLock { isRung in
      defer { isRung = false }
      var byte: UInt8 = 0
      if isRung, descriptor >= 0 { _ = read(descriptor, &byte, 1) }
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
