// The loop of the screen's thread: wait, take up what happened, draw once.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import Glibc
import NcursesTerminal

/// Runs the screen until the operator leaves.
struct RunLoop {
  let terminal: Terminal
  let feeds: [any Feed]
  let settings: Settings
  let themes: ThemeChoice
  private let time: TimeTravel
  private let mailbox: Mailbox<LoopMessage>

  /// With `replay` a record is shown, and there are no feeds.
  init(
    terminal: Terminal, feeds: [any Feed], settings: Settings, themes: ThemeChoice, replay: Record? = nil
  ) {
    mailbox = Mailbox()
    time = TimeTravel(replay, settings, mailbox)
    self.terminal = terminal
    self.feeds = feeds
    self.settings = settings
    self.themes = themes
  }

  /// Returns the exit status: 0, or 128 and the number of the signal that ended it.
  func run() -> Int32 {
    let isASCII = settings.config.ascii || !terminal.isUTF8
    let theme = themes.theme(colors: ColorDepth(colors: terminal.colors), isASCII: isASCII)
    var state = AppState(
      now: SystemTime.now, columns: terminal.size.columns, rows: terminal.size.rows, theme: theme,
      keys: settings.keyMap)
    state.themes = themes.themes
    state.isASCII = isASCII
    settings.prepare(&state)
    time.prepare(&state)
    state.feeds = FeedRun.opening(feeds)
    var meter = LoopMeter()
    // The first paint waits for nobody: reading starts after it.
    terminal.show(draw(state))
    let tasks = FeedRun.start(feeds, settings, mailbox, recordedIn: time.session)
    defer { for task in tasks { task.cancel() } }
    time.opening.map(time.ask)
    while true {
      let events = terminal.wait(
        timeout: state.untilNextChange.map { $0 + .milliseconds(20) }, wakeUp: mailbox.wakeUp)
      let start = ContinuousClock.now
      // The time first: what happened happened now, and not when something happened last.
      _ = update(&state, .timePassed(SystemTime.now))
      for event in events {
        if case .key = event { meter.countKey() }
        if let status = take(event, &state) { return status }
      }
      for message in mailbox.drain() {
        meter.count(message)
        _ = update(&state, message.action)
      }
      meter.tell(&state)
      terminal.show(draw(state))
      meter.countFrame(took: ContinuousClock.now - start, bytesSoFar: terminal.bytesWritten)
    }
  }

  /// Takes an event up; returns the exit status where it ends the program.
  private func take(_ event: TerminalEvent, _ state: inout AppState) -> Int32? {
    switch event {
    case .key(let key): return act(.keyPressed(key), &state)
    case .paste(let text): return act(.pasted(text), &state)
    case .resized(let columns, let rows):
      return act(.sizeChanged(columns: columns, rows: rows), &state)
    case .resumed: terminal.invalidate()
    case .mouse(let event): return act(.mouseUsed(event), &state)
    case .signal(let signal): return signal.exitStatus
    case .hangUp: return TerminationSignal.hangUp.exitStatus
    }
    return nil
  }

  /// Takes an action up and does what it asks for; returns the exit status where it ends the program.
  private func act(_ action: Action, _ state: inout AppState) -> Int32? {
    let effects = update(&state, action)
    let run = EffectRun(
      terminal: terminal, feeds: feeds, askOfTime: time.ask,
      readToCompare: { ComparisonReading.start($0, settings, mailbox) })
    return run.perform(effects) { _ = update(&state, $0) }
  }
}
