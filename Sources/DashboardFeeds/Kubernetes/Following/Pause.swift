// A wait that somebody may end early.

import Synchronization

/// A wait of one task at a time.
final class Pause: Sendable {
  private let sleep = Mutex<Task<Void, Never>?>(nil)

  /// Waits; returns early when it is ended or the task is cancelled.
  func wait(for duration: Duration, on clock: any Clock<Duration>) async {
    let task = Task { _ = try? await clock.sleep(for: duration) }
    sleep.withLock { $0 = task }
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
  }

  /// Ends the wait, if there is one.
  func end() { sleep.withLock { $0 }?.cancel() }
}
