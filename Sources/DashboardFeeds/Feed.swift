// A place facts come from, as the rest of the program sees it.

package import DashboardModel

/// A place facts come from. Its stream starts reading when it is asked for, never throws, and ends only when the
/// reader cancels.
package protocol Feed: Sendable {
  /// The feed's name on the sources screen.
  var id: FeedID { get }
  /// What the feed says, newest last; a slow reader skips what lies between.
  func slices() -> AsyncStream<FeedSlice>
  /// Reads its source again now, though nothing tells that it changed; returns at once. Streams that are open say what
  /// comes of it. A feed that always knows the newest facts need do nothing.
  func refresh()
}
