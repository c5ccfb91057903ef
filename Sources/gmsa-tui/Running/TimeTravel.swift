// The record beside a running dashboard: that of its own session, or the one that is replayed.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import NcursesTerminal

/// Takes requests of the screens to the time machine, in their order, and its answers into the mailbox.
struct TimeTravel: Sendable {
  /// What the feeds of this session are recorded in; nil in a replay.
  let session: Record?
  /// Whether a file is replayed.
  let isReplay: Bool
  private let machine: TimeMachine
  private let requests: AsyncStream<TimeRequest>.Continuation

  /// A session keeps its last hours, and no more of them than this.
  private static let sessionLimits = RecordLimits(maximumBytes: 64 << 20, keep: .seconds(6 * 3600))

  /// Goes through `replay`, else through a new record of this session.
  init(_ replay: Record?, _ settings: Settings, _ mailbox: Mailbox<LoopMessage>) {
    let record = replay ?? Record.inMemory(Self.sessionLimits)
    session = replay == nil ? record : nil
    isReplay = replay != nil
    let machine = TimeMachine(record, settings) { mailbox.post(.done(.timeAnswered($0))) }
    self.machine = machine
    let (stream, continuation) = AsyncStream<TimeRequest>.makeStream()
    requests = continuation
    Task.detached { for await request in stream { await machine.take(request) } }
  }

  /// Asks; the answer comes into the mailbox.
  func ask(_ request: TimeRequest) { requests.yield(request) }

  /// Asks, and waits until the answer is in the mailbox: where a line is read after the other.
  func askAndWait(_ request: TimeRequest) {
    Awaited.value { [machine] in await machine.take(request) }
  }

  /// How a dashboard begins: a replay at the first moment of its record.
  func prepare(_ state: inout AppState) { state.time.isReplay = isReplay }

  /// The first moment of a replay; nil for a session.
  var opening: TimeRequest? { isReplay ? .go(Timestamp(milliseconds: .min / 2)) : nil }
}
