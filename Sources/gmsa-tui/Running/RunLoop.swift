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
  private let mailbox = Mailbox<PictureBuilder.Message>()

  init(terminal: Terminal, feeds: [any Feed], settings: Settings, themes: ThemeChoice) {
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
    state.feeds = feeds.map {
      FeedReport(
        feed: $0.id, status: .reading(ReadProgress()), observedAt: nil, clusters: [], unreadableCount: 0)
    }
    state.oldAfter = settings.config.oldAfter
    // The first paint waits for nobody: reading starts after it.
    terminal.show(draw(state))
    let tasks = startFeeds()
    defer { for task in tasks { task.cancel() } }
    while true {
      let events = terminal.wait(
        timeout: state.untilNextChange.map { $0 + .milliseconds(20) }, wakeUp: mailbox.wakeUp)
      // The time first: what happened happened now, and not when something happened last.
      _ = update(&state, .timePassed(SystemTime.now))
      for event in events {
        if let status = take(event, &state) { return status }
      }
      for message in mailbox.drain() { _ = update(&state, Self.action(message)) }
      terminal.show(draw(state))
    }
  }

  private func startFeeds() -> [Task<Void, Never>] {
    let mailbox = mailbox
    let settings = settings
    let builder = PictureBuilder(
      feeds: feeds.map(\.id), references: settings.config.reference, options: settings.pictureOptions,
      muting: { settings.muting(on: CalendarDay(SystemTime.now)) }
    ) { mailbox.post($0) }
    return feeds.map { feed in
      Task.detached { for await slice in feed.slices() { await builder.take(slice) } }
    }
  }

  /// Takes an event up; returns the exit status where it ends the program.
  private func take(_ event: TerminalEvent, _ state: inout AppState) -> Int32? {
    switch event {
    case .key(let key): return perform(update(&state, .keyPressed(key)))
    case .paste(let text): return perform(update(&state, .pasted(text)))
    case .resized(let columns, let rows):
      return perform(update(&state, .sizeChanged(columns: columns, rows: rows)))
    case .resumed: terminal.invalidate()
    case .mouse(let event): return perform(update(&state, .mouseUsed(event)))
    case .signal(let signal): return signal.exitStatus
    case .hangUp: return TerminationSignal.hangUp.exitStatus
    }
    return nil
  }

  private func perform(_ effects: [Effect]) -> Int32? {
    for effect in effects {
      switch effect {
      case .quit: return 0
      case .redraw: terminal.invalidate()
      case .refresh, .copy: break
      case .suspend: kill(getpid(), SIGTSTP)
      }
    }
    return nil
  }

  private static func action(_ message: PictureBuilder.Message) -> Action {
    switch message {
    case .picture(let picture): .pictureArrived(picture)
    case .feeds(let reports): .feedsChanged(reports)
    }
  }
}
