// A tour as frames with times: what a terminal would show, without a terminal or a clock.

package import DashboardScreens
package import TerminalCanvas

/// The frames of scenes that nobody interrupts.
package struct TourRecording: Sendable {
  /// A frame and when it is shown.
  package struct TimedFrame: Sendable {
    /// Since the beginning.
    package let time: Duration
    /// What is shown.
    package let frame: Frame
    /// The caption that is shown with it, by its number.
    package let beat: Int
  }

  /// The frames, in the order of their times.
  package private(set) var frames: [TimedFrame] = []
  /// When the last look is over.
  package private(set) var end = Duration.zero

  /// Plays scenes to their end.
  package init(
    _ scenes: [Scene], seed: UInt64 = 1, columns: Int, rows: Int, theme: Theme,
    prepare: (inout AppState) -> Void = { _ in }
  ) {
    var player = TourPlayer(
      scenes, seed: seed, columns: columns, rows: rows, theme: theme, prepare: prepare)
    while let pause = player.untilNext {
      frames.append(TimedFrame(time: end, frame: player.frame, beat: player.beat ?? 0))
      end += pause
      player.pass(pause)
    }
    frames.append(TimedFrame(time: end, frame: player.frame, beat: player.beat ?? 0))
  }
}
