// Waiting: for keys, signals and other threads at once, without ever spinning.

import CNcurses
import Glibc

extension Terminal {
  /// Waits until something happens at the terminal, another thread calls `wakeUp.signal()`, or the time is over (`nil`:
  /// no limit), and returns what happened at the terminal. Empty means that the time is over or another thread called.
  /// After `.hangUp` do not wait again.
  package func wait(timeout: Duration?, wakeUp: WakeUp? = nil) -> [TerminalEvent] {
    var sources = [device.input, signals.descriptor, wakeUp?.descriptor ?? -1].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let limit = hasPendingInput ? 0 : timeout?.pollTime ?? -1
    let count = poll(&sources, nfds_t(sources.count), limit)
    guard count > 0 || hasPendingInput else { return [] }
    var events: [TerminalEvent] = []
    if sources[1].revents != 0 { events += takeSignals() }
    if sources[2].revents != 0 { wakeUp?.clear() }
    if hasPendingInput || sources[0].revents != 0 { events += takeInput(Int32(sources[0].revents)) }
    return events
  }

  private func takeSignals() -> [TerminalEvent] {
    let pending = signals.drain()
    var events = TerminationSignal.allCases.filter { pending.contains($0.rawValue) }.map(TerminalEvent.signal)
    if pending.contains(SIGTSTP) || pending.contains(SIGCONT) {
      let before = size
      leave()
      if pending.contains(SIGTSTP) { signals.stopProcess() }
      enter()
      if before != size { events.append(resized) }
      events.append(.resumed)
    } else if pending.contains(SIGWINCH) {
      // A size that came back before it was looked at has moved or cut what stands on the screen all the same.
      invalidate()
      if followSize() { events.append(resized) }
    }
    return events
  }

  private var resized: TerminalEvent { .resized(columns: size.columns, rows: size.rows) }

  private func takeInput(_ state: Int32) -> [TerminalEvent] {
    if state & (Int32(POLLHUP) | Int32(POLLERR) | Int32(POLLNVAL)) != 0 { return [.hangUp] }
    // A terminal that vanished without a hang-up is readable for ever and has nothing to read.
    if state & Int32(POLLIN) != 0, cn_readable_bytes(device.input) == 0 {
      emptyReads += 1
      if emptyReads >= 3 { return [.hangUp] }
    } else {
      emptyReads = 0
    }
    let events = reader.drain()
    hasPendingInput = events.count >= KeyReader.batch
    return events
  }
}
