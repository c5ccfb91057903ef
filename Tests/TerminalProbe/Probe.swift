// The loop of the probe: draws what it knows, does what keys ask for.

import Glibc
import NcursesTerminal
import Synchronization
import TerminalCanvas

/// The state of the probe.
struct Probe {
  let terminal: Terminal
  let mailbox = Mailbox<String>()
  var events = 0
  var latest = "none"
  var usesMouse = false
  /// Shows random cells of this seed instead of text.
  var seed: Int?
  var status: Int32?

  mutating func run() -> Int32 {
    while true {
      terminal.show(frame)
      let happened = terminal.wait(timeout: nil, wakeUp: mailbox.wakeUp)
      happened.forEach { handle($0) }
      for message in mailbox.drain() { latest = message }
      if let status { return status }
    }
  }

  var frame: Frame {
    let (columns, rows) = terminal.size
    if let seed { return Frame(grid: ProbeGrid.make(columns: columns, rows: rows, seed: seed)) }
    var grid = CellGrid(columns: columns, rows: rows)
    grid.draw("probe ready", column: 0, row: 0, style: Style(foreground: .palette(1), attributes: .bold))
    grid.draw("size \(columns)x\(rows)", column: 0, row: 1)
    grid.draw("event \(latest)", column: 0, row: 2)
    grid.draw("count \(events);", column: 0, row: 3)
    grid.draw(terminal.notice.map { "\($0)" } ?? "no notice", column: 0, row: 4)
    grid.draw("wide 日本 e\u{301} ✗⊘∅", column: 0, row: 5, style: Style(attributes: .reverse))
    return Frame(grid: grid, wantsMouse: usesMouse)
  }

  private mutating func handle(_ event: TerminalEvent) {
    events += 1
    switch event {
    case .signal(let signal): status = signal.exitStatus
    case .hangUp: status = 3
    case .paste(let text): latest = "paste[\(text)]"
    case .resized(let columns, let rows): latest = "resized \(columns)x\(rows)"
    case .resumed: latest = "resumed"
    case .mouse(let mouse): latest = "\(mouse.kind) \(mouse.column),\(mouse.row)"
    case .key(let key):
      latest = "key \(key.name)"
      press(key)
    }
  }

  private mutating func press(_ key: Key) {
    switch key.name {
    case "q": status = 0
    case "m": usesMouse.toggle()
    case "r": seed = (seed ?? 0) + 1
    case "c": seed = nil
    case "e": fputs("written to stderr\n", stderrStream())
    case "s": getStuck()
    case "t": postFromAnotherThread()
    case "!": crash()
    default: break
    }
  }

  private func postFromAnotherThread() {
    let mailbox = mailbox
    Task.detached { mailbox.post("posted") }
  }

  private mutating func getStuck() {
    latest = "stuck"
    terminal.show(frame)
    while true { pause() }
  }

  private func crash() {
    let none: [Int] = []
    latestIndex = none[latestIndex]
  }

  private var latestIndex: Int {
    get { events }
    nonmutating set { print(newValue) }
  }

  private func stderrStream() -> UnsafeMutablePointer<FILE>? {
    fdopen(STDERR_FILENO, "w")
  }
}
