// What can happen to the dashboard, and what it asks the run loop to do.

package import DashboardModel
package import TerminalCanvas

/// Something that happened.
package enum Action: Sendable {
  /// A key was pressed.
  case keyPressed(Key)
  /// Text was pasted. It never acts as keys.
  case pasted(String)
  /// The terminal has a new size.
  case sizeChanged(columns: Int, rows: Int)
  /// A new picture is ready.
  case pictureArrived(Picture)
  /// Feeds changed their state without new facts, or tell how far they have read.
  case feedsChanged([FeedReport])
  /// A second has passed.
  case timePassed(Timestamp)
}

/// Something that only the run loop can do.
package enum Effect: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Stop the program as Ctrl-Z does.
  case suspend
  /// Paint the whole terminal anew.
  case redraw
}
