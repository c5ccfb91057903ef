// The loop of a tour: the clock plays it on, keys go to the tour or through it to the dashboard.

import DashboardModel
import DashboardScreens
import DashboardTour
import Glibc
import NcursesTerminal
import TerminalCanvas

/// Plays scenes on the terminal until the operator leaves.
struct TourLoop {
  let terminal: Terminal
  let scenes: [Scene]
  let seed: UInt64
  let settings: Settings
  let themes: ThemeChoice

  /// Returns the exit status: 0, or 128 and the number of the signal that ended it.
  func run() -> Int32 {
    let isASCII = settings.config.ascii || !terminal.isUTF8
    let theme = themes.theme(colors: ColorDepth(colors: terminal.colors), isASCII: isASCII)
    var player = TourPlayer(
      scenes, seed: seed, columns: terminal.size.columns, rows: terminal.size.rows, theme: theme,
      keys: settings.keyMap
    ) { state in
      state.themes = themes.themes
      state.isASCII = isASCII
      settings.prepare(&state)
    }
    terminal.show(player.frame)
    // Neither the sleep of a laptop nor a time in the background is time that somebody looked at it.
    var last = SuspendingClock.now
    while true {
      let events = terminal.wait(timeout: player.untilNext)
      let now = SuspendingClock.now
      if !events.contains(where: Self.isReturn) { player.pass(now - last) }
      last = now
      for event in events {
        if let status = take(event, &player) { return status }
      }
      terminal.show(player.frame)
    }
  }

  private static func isReturn(_ event: TerminalEvent) -> Bool {
    if case .resumed = event { true } else { false }
  }

  private func take(_ event: TerminalEvent, _ player: inout TourPlayer) -> Int32? {
    switch event {
    case .key(let key): return act(.keyPressed(key), &player)
    case .paste(let text): return act(.pasted(text), &player)
    case .resized(let columns, let rows): return act(.sizeChanged(columns: columns, rows: rows), &player)
    case .mouse(let event): return act(.mouseUsed(event), &player)
    case .resumed: terminal.invalidate()
    case .signal(let signal): return signal.exitStatus
    case .hangUp: return TerminationSignal.hangUp.exitStatus
    }
    return nil
  }

  private func act(_ action: Action, _ player: inout TourPlayer) -> Int32? {
    let effects = player.take(action)
    return EffectRun(terminal: terminal, feeds: []).perform(effects) { _ = player.take($0) }
  }
}
