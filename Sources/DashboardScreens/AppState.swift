// Everything that a frame is drawn from: one value, changed by `update` alone.

package import DashboardModel
import TerminalCanvas

/// The state of the dashboard. No clock, no I/O: time arrives as an action like everything else.
package struct AppState: Sendable {
  /// What is known and what it means; nil before the first facts.
  package var picture: Picture?
  /// The newest picture while the shown one is held still by `isPaused`.
  package var heldPicture: Picture?
  /// The feeds as they do now, also before the first picture.
  package var feeds: [FeedReport] = []
  /// Now, to the second.
  package var now: Timestamp
  /// Terminal size in columns.
  package var columns: Int
  /// Terminal size in rows.
  package var rows: Int
  /// Colours, attributes and glyphs.
  package var theme: Theme
  /// The themes that can be chosen by name, the operator's own first.
  package var themes = BuiltInThemes.all
  /// Whether the terminal or the operator wants ASCII alone, whatever a theme says.
  package var isASCII: Bool
  /// Which key runs which command.
  package var keys: KeyMap
  /// The matrix screen's state.
  package var matrix = MatrixState()
  /// The pages on top of the matrix; the last is seen.
  package var pages: [OpenPage] = []
  /// Where in time the dashboard is.
  package var time = TimeState()
  /// What the diff screen compares.
  package var comparison = Comparison()
  /// What the scaling screen assumes and has counted.
  package var scaling = ScalingState()
  /// A line that is being typed.
  package var prompt: Prompt?
  /// What was typed before, newest last, by prompt.
  package var histories: [PromptName: [String]] = [:]
  /// Filters by name, for `@name`; from the config.
  package var namedFilters: [String: String] = [:]
  /// One sentence about the last key, gone with the next.
  package var notice: String?
  /// Whether the picture is held still.
  package var isPaused = false
  /// The age from which facts are called old; nil: never.
  package var oldAfter: Duration?
  /// Whether the mouse is ours, and not the terminal's to select text with.
  package var usesMouse = false
  /// What the run loop counts, for `:debug`.
  package var measures = Measures()

  /// A state before the first facts.
  package init(now: Timestamp, columns: Int, rows: Int, theme: Theme, keys: KeyMap = .standard) {
    self.now = now
    self.columns = columns
    self.rows = rows
    self.theme = theme
    isASCII = theme.glyphs.isASCII
    self.keys = keys
  }

  /// The screen that is seen.
  package var screen: ScreenKind { pages.last?.kind ?? .matrix }
}
