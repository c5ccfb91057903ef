// Lines from a pipe or a terminal that nobody draws on, waited for together with other threads.

import Glibc

/// Reads lines; on one thread.
package struct LineReader {
  /// What came.
  package enum Event: Hashable, Sendable {
    /// A line, without its end.
    case line(String)
    /// No more will come.
    case end
  }

  /// What is longer was not typed by anybody: the rest of it is dropped.
  private static let longestLine = 4096

  private let descriptor: Int32
  private var line: [UInt8] = []
  private var isEnded = false

  /// A reader of a descriptor that stays the caller's.
  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Waits until a line came, another thread calls `wakeUp.signal()`, or the time is over (`nil`: no limit). Without
  /// `takesLines` lines stay where they are, for later.
  package mutating func wait(timeout: Duration?, wakeUp: WakeUp, takesLines: Bool = true) -> [Event] {
    if isEnded, takesLines { return [.end] }
    var sources = [takesLines ? descriptor : -1, wakeUp.descriptor]
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&sources, nfds_t(sources.count), timeout?.pollTime ?? -1) > 0 else { return [] }
    if sources[1].revents != 0 { wakeUp.clear() }
    return sources[0].revents != 0 ? take() : []
  }

  private mutating func take() -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return [] }
    guard count > 0 else {
      isEnded = true
      defer { line = [] }
      return line.isEmpty ? [.end] : [finished(), .end]
    }
    var events: [Event] = []
    for byte in buffer[..<count] {
      if byte == UInt8(ascii: "\n") {
        events.append(finished())
        line = []
      } else if line.count < Self.longestLine {
        line.append(byte)
      }
    }
    return events
  }

  private func finished() -> Event {
    .line(String(decoding: line.last == 0x0D ? line.dropLast() : line[...], as: UTF8.self))
  }
}
