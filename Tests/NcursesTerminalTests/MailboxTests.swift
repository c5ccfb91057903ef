// The bridge between threads.

import NcursesTerminal
import Testing

@Suite struct MailboxTests {
  @Test("messages of many tasks arrive once each, and those of one task in order")
  func order() async {
    let mailbox = Mailbox<[Int]>()
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask { for number in 0..<100 { mailbox.post([task, number]) } }
      }
    }
    let messages = mailbox.drain()
    #expect(messages.count == 800)
    for task in 0..<8 {
      #expect(messages.filter { $0[0] == task }.map { $0[1] } == Array(0..<100))
    }
    #expect(mailbox.drain().isEmpty)
  }
}
