// The only bridge from other threads to the one that owns the screen.

import Synchronization

/// Messages for the screen's thread, in the order they came.
package final class Mailbox<Message: Sendable>: Sendable {
  /// What the screen's thread waits for beside the terminal.
  package let wakeUp = WakeUp()
  private let messages = Mutex<[Message]>([])

  package init() {}

  /// Leaves a message; from any thread.
  package func post(_ message: Message) {
    let isFirst = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    if isFirst { wakeUp.signal() }
  }

  /// Takes all messages; on the screen's thread.
  package func drain() -> [Message] {
    messages.withLock { messages in
      let taken = messages
      messages.removeAll(keepingCapacity: true)
      return taken
    }
  }
}
