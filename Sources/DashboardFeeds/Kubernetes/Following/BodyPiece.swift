// What comes out of the body of a list or a watch, whatever its wire format.

import DashboardModel
import StructuredText

/// One step of reading a body.
enum BodyPiece: Sendable {
  /// An object of a list.
  case object(ReadObject)
  /// A change that a watch tells of.
  case change(WatchedChange, ReadObject)
  /// A watch's place in time.
  case bookmark(version: String, isInitialEnd: Bool)
  /// An ERROR event.
  case refusal(APIRefusal)
  /// An object that could not be read; what is beside it was. In a watch its version moves on all the same.
  case unreadable(UnreadableItem, version: String?)
  /// The list is whole.
  case ended(version: String, next: String?)
}

/// What makes a body no list and no watch; in words.
struct BodyFault: Error, Sendable {
  let words: String
}

/// Takes a body apart while it arrives.
protocol BodySplitter: Sendable {
  /// Takes bytes, and hands over what they complete.
  mutating func read(
    _ chunk: [UInt8], _ context: inout ReadingContext, _ each: (BodyPiece) -> Void
  ) throws(BodyFault)
}
