// What a follower tells its feed: objects that came and went, and how its list does.

import DashboardModel

/// News of one list.
struct ListNews: Sendable {
  /// One thing that happened, in its order.
  enum Step: Sendable {
    /// The objects that come now are the whole list.
    case beginWhole
    /// The whole list has come.
    case endWhole
    /// The server has no such list any more.
    case clear
    /// An object is there. `isLate`: something newer was told before.
    case put(ReadObject, isLate: Bool)
    /// An object is gone.
    case remove(ReadObject)
    /// An object could not be read.
    case unreadable(UnreadableItem)
  }

  var steps: [Step] = []
  var status = ListStatus()
}

/// How a list does.
struct ListStatus: Sendable {
  var standing = ListWatchMachine.Standing.unknown
  var trouble: FeedOutage?
  var nextTryAt: Timestamp?
  var phase = FollowedList.Phase.reading
  /// Whether its wait may end early when the server is seen to be well.
  var mayHurry = true
  /// Requests made for it.
  var requests = 0
  /// Bytes of bodies.
  var receivedBytes = 0
  /// Changes that were told.
  var changes = 0
  /// When the server last said anything of it.
  var heardAt: Timestamp?

  /// Whether anybody knows by now what it holds, or why not.
  var isSettled: Bool { standing != .unknown || trouble != nil }
}
