// What the run loop counts of itself, for `:debug`: the screens draw it and know nothing of terminals or processes.

/// Counters of the running program.
package struct Measures: Hashable, Sendable {
  /// Bytes sent to the terminal.
  package var bytesToTerminal = 0
  /// Bytes of the last frame that was shown.
  package var bytesOfLastFrame = 0
  /// Frames shown.
  package var frames = 0
  /// Keys taken.
  package var keys = 0
  /// Time to update and draw the last frame.
  package var lastFrame = Duration.zero
  /// Pictures built.
  package var pictures = 0
  /// Time to merge and build the last picture.
  package var lastPicture = Duration.zero
  /// The longest that a picture took.
  package var slowestPicture = Duration.zero
  /// Resident memory in kilobytes; 0 where the system does not tell.
  package var residentKilobytes = 0
  /// Slices that each feed has published, by its name.
  package var slices: [String: Int] = [:]

  /// Nothing counted.
  package init() {}
}
