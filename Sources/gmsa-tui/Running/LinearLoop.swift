// The loop of the linear mode: a line in, lines out, and news in between. It needs no terminal, and sends no escape.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import Glibc
import NcursesTerminal
import TerminalCanvas

/// Runs the dashboard as lines of words until the operator leaves or nothing more comes in.
struct LinearLoop {
  /// Where commands come from.
  struct Input {
    let descriptor: Int32
    /// Whether somebody sits there, and news may be told between two commands.
    let isInteractive: Bool

    /// Standard input, or the terminal where that is a source of facts; nil where there is no terminal then.
    init?(readsFacts: Bool) {
      if readsFacts {
        descriptor = open("/dev/tty", O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return nil }
      } else {
        descriptor = STDIN_FILENO
      }
      isInteractive = isatty(descriptor) == 1 && isatty(STDOUT_FILENO) == 1
    }
  }

  let feeds: [any Feed]
  let settings: Settings
  let input: Input
  private let time: TimeTravel
  private let mailbox: Mailbox<LoopMessage>

  init(feeds: [any Feed], settings: Settings, input: Input, replay: Record? = nil) {
    mailbox = Mailbox()
    time = TimeTravel(replay, settings, mailbox)
    self.feeds = feeds
    self.settings = settings
    self.input = input
  }

  /// Returns the exit status. Signals end the program as they end any other: there is nothing to give back.
  func run() -> Int32 {
    var mode = LinearMode(
      now: SystemTime.now, keys: settings.keyMap
    ) { state in
      settings.prepare(&state)
      time.prepare(&state)
    }
    var reader = LineReader(descriptor: input.descriptor)
    var meter = LoopMeter()
    _ = mode.take(.feedsChanged(FeedRun.opening(feeds)))
    say([LinearMode.greeting])
    time.opening.map(time.askAndWait)
    let tasks = FeedRun.start(feeds, settings, mailbox, recordedIn: time.session)
    defer { for task in tasks { task.cancel() } }
    while true {
      // A script's commands wait for the facts that they ask about; a person may ask what is being read.
      let takesLines = input.isInteractive || mode.isReady(sources: feeds.count)
      let events = reader.wait(
        timeout: input.isInteractive ? mode.untilAnnouncement : nil, wakeUp: mailbox.wakeUp,
        takesLines: takesLines)
      _ = mode.take(.timePassed(SystemTime.now))
      for message in mailbox.drain() {
        meter.count(message)
        say(mode.take(message.action))
      }
      meter.tell(&mode)
      for event in events {
        guard case .line(let line) = event else { return 0 }
        if let status = take(line, &mode) { return status }
      }
      if input.isInteractive, let news = mode.announcement() { say([news]) }
    }
  }

  private func take(_ line: String, _ mode: inout LinearMode) -> Int32? {
    let answer = mode.take(line: line)
    var lines = answer.lines
    for effect in answer.effects {
      switch effect {
      case .quit: return 0
      case .redraw: break
      case .refresh: for feed in feeds { feed.refresh() }
      case .suspend: kill(getpid(), SIGTSTP)
      case .time(let request):
        time.askAndWait(request)
        for message in mailbox.drain() { lines += mode.take(message.action) }
      case .readToCompare(let word): ComparisonReading.start(word, settings, mailbox)
      case .copy(let text, let what):
        lines += mode.take(.answered(CopiedText(text, what: what).keep(because: .linear)))
      }
    }
    say(lines)
    return nil
  }

  /// Says lines. A terminal that knows no UTF-8 gets `?` for what it cannot show.
  private func say(_ lines: [String]) {
    if lines.isEmpty { return }
    var output = StandardOutput()
    for line in lines { output.write((isASCII ? Self.ascii(line) : line) + "\n") }
    output.flush()
  }

  private var isASCII: Bool { settings.config.ascii || isatty(STDOUT_FILENO) == 1 && !LocaleText.isUTF8 }

  private static func ascii(_ line: String) -> String {
    String(line.map { $0.isASCII ? $0 : "?" })
  }
}

/// What the environment says of the characters that a terminal knows.
enum LocaleText {
  /// Whether it knows UTF-8, by the first of LC_ALL, LC_CTYPE and LANG that says anything (POSIX, section 8.2).
  static var isUTF8: Bool {
    let environment = Environment.ofProcess
    let name = (environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "").lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}
