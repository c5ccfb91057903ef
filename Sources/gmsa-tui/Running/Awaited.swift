// The one place where a thread waits for a task: commands that do not stay are plain functions, and feeds are not.

import Dispatch
import Synchronization

enum Awaited {
  /// What `work` comes to, awaited on the calling thread, which must be none that tasks run on.
  static func value<Value: Sendable>(of work: @escaping @Sendable () async -> Value) -> Value {
    let answer = Answer<Value>()
    Task.detached {
      let value = await work()
      answer.value.withLock { $0 = value }
      answer.isThere.signal()
    }
    while true {
      answer.isThere.wait()
      if let value = answer.value.withLock({ $0 }) { return value }
    }
  }
}

/// What a task leaves for the thread that waits.
private final class Answer<Value: Sendable>: Sendable {
  let value = Mutex<Value?>(nil)
  let isThere = DispatchSemaphore(value: 0)
}
