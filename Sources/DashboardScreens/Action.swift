// What can happen to the dashboard, and what it asks the run loop to do.

package import DashboardModel
package import TerminalCanvas

/// Something that happened.
package enum Action: Sendable {
  /// A key was pressed.
  case keyPressed(Key)
  /// The mouse was clicked or its wheel turned.
  case mouseUsed(MouseEvent)
  /// Text was pasted. It never acts as keys.
  case pasted(String)
  /// A command was named, with its argument behind it: `theme light`.
  case commandNamed(String)
  /// The terminal has a new size.
  case sizeChanged(columns: Int, rows: Int)
  /// A new picture is ready.
  case pictureArrived(Picture)
  /// Feeds changed their state without new facts, or tell how far they have read.
  case feedsChanged([FeedReport])
  /// A source was read to be compared with; the text is the operator's word for it.
  case readToCompare(Picture, from: String)
  /// Something came of a request about time.
  case timeAnswered(TimeAnswer)
  /// A second has passed.
  case timePassed(Timestamp)
  /// The run loop has counted.
  case measured(Measures)
  /// The run loop has done what it was asked for, and says how it went.
  case answered(String)
}

/// Something that only the run loop can do.
package enum Effect: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Stop the program as Ctrl-Z does.
  case suspend
  /// Paint the whole terminal anew.
  case redraw
  /// Ask every feed for news now.
  case refresh
  /// Go through time.
  case time(TimeRequest)
  /// Read a source by the operator's word, to be compared with.
  case readToCompare(String)
  /// Put a text into the clipboard, or into a file where there is none; `what` names it in the answer.
  case copy(text: String, what: String)
}
