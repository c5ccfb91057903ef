// Journeys as text: the keys a person presses, and the state they lead to.

import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

/// A dashboard under test.
struct Journey {
  fileprivate(set) var state: AppState
  private(set) var effects: [Effect] = []

  /// The dashboard on a picture; without one it still reads.
  init(
    _ picture: Picture? = .sample, columns: Int = 120, rows: Int = 36, theme: String = "default",
    isASCII: Bool = false
  ) throws {
    let theme = try #require(BuiltInThemes.named(theme, isASCII: isASCII))
    state = AppState(now: Journey.now, columns: columns, rows: rows, theme: theme)
    if let picture { act(.pictureArrived(picture)) }
  }

  /// The moment at which tests look at the sample.
  static var now: Timestamp { Timestamp.sampleNow }

  /// Presses keys by name, separated by blanks: `"1 j j enter"`.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      guard let key = Key(name: String(name)) else {
        Issue.record("no key is called \(name)")
        return
      }
      act(.keyPressed(key))
    }
  }

  /// Types text, a key a character.
  mutating func type(_ text: String) {
    for character in text { act(.keyPressed(.character(character))) }
  }

  mutating func act(_ action: Action) { effects = update(&state, action) }

  /// What is on the screen, a string a row.
  var lines: [String] {
    GridDump.text(draw(state).grid).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The name under the cursor on an axis.
  func subject(_ axis: Axis) -> String? { state.matrix.subjects[axis]?.name }
}

extension Journey {
  /// Makes it a replay of a file.
  mutating func replay() { state.time.isReplay = true }

  /// Gives filters names, as the config does.
  mutating func name(_ filters: [String: String]) { state.namedFilters = filters }

  /// Lays keys out as a config does.
  mutating func use(_ keys: KeyMap) { state.keys = keys }

  /// From this age on facts are old, as the config says it.
  mutating func callOld(after age: Duration) { state.oldAfter = age }

  /// Whether a cell of the arrangement is drawn as what `&` marks.
  func isHighlighted(_ row: Int, _ column: Int) -> Bool {
    state.isHighlighted(row: row, column: column)
  }
}
