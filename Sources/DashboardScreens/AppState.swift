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
  /// The screens on top of each other; the last is seen.
  package var screens: [ScreenKind] = [.matrix]
  /// The matrix screen's state.
  package var matrix = MatrixState()
  /// How far help is scrolled, in lines.
  package var helpOffset = 0
  /// A line that is being typed.
  package var prompt: Prompt?
  /// One sentence about the last key, gone with the next.
  package var notice: String?
  /// Whether the picture is held still.
  package var isPaused = false

  /// A state before the first facts.
  package init(now: Timestamp, columns: Int, rows: Int, theme: Theme) {
    self.now = now
    self.columns = columns
    self.rows = rows
    self.theme = theme
  }

  /// The screen that is seen.
  package var screen: ScreenKind { screens.last ?? .matrix }
}

/// A screen of the dashboard.
package enum ScreenKind: String, Hashable, Sendable, CaseIterable {
  /// The matrix with its three faces.
  case matrix
  /// All keys of a screen.
  case help
}

/// A line that is being typed at the bottom of the screen.
package struct Prompt: Hashable, Sendable {
  /// What the line is for.
  package enum Purpose: Hashable, Sendable {
    /// The filter of the matrix.
    case filter
  }
  /// What the line is for.
  package var purpose: Purpose
  /// What has been typed.
  package var text: String
  /// What stood before, for Escape.
  package var previous: String
}
