// Waiting that somebody may cut short: a timer, a bell, and the end of the task.

internal import Synchronization

/// A pause for one task at a time. A ring that nobody waits for cuts the next pause short.
final class PauseBell: Sendable {
  private struct State {
    var isRung = false
    var waiter: CheckedContinuation<Void, Never>?
  }
  private let state = Mutex(State())

  /// Returns after the duration (nil: never by itself), at a ring, or when the task is cancelled.
  func wait(_ duration: Duration?, _ clock: FeedClock) async {
    let timer = duration.map { duration in
      Task {
        try await clock.sleep(max(duration, .zero))
        self.ring()
      }
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isRung = state.withLock { state in
          if !state.isRung { state.waiter = continuation }
          defer { state.isRung = false }
          return state.isRung
        }
        if isRung { continuation.resume() }
      }
    } onCancel: {
      ring()
    }
    timer?.cancel()
  }

  /// Ends the pause.
  func ring() {
    let waiter = state.withLock { state in
      if state.waiter == nil { state.isRung = true }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }
}
