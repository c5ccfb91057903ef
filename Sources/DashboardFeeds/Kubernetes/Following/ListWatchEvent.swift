// What happens to a list that is read and followed, and what is to be done then: the words of ListWatchMachine.

import DashboardModel

/// What happens to a list.
enum ListWatchEvent: Hashable, Sendable {
  /// Somebody wants it.
  case began
  /// The answer to the last request has begun, and it is no refusal.
  case opened
  /// A list's body is over: the version that it is of, and where the next page begins.
  case pageEnded(version: String, next: String?)
  /// A watch told of a change; `version` is the object's.
  case told(WatchedChange, version: String)
  /// A watch said that nothing older than this version will come; `isInitialEnd`: and that the whole list is told.
  case bookmark(version: String, isInitialEnd: Bool)
  /// The server refused: the answer's status, or an ERROR event.
  case refused(APIRefusal)
  /// The body of a watch is over, without a fault.
  case ended
  /// The connection failed, or could not be made.
  case failed(OutageCause, words: String)
  /// Nothing came for longer than something must.
  case silent
  /// What came is no such list or watch.
  case unreadable(words: String)
  /// An object came whose place in time cannot be told: the list is to be read anew.
  case doubted
  /// A wait is over.
  case woke
  /// The operator wants it now.
  case refreshed
}

/// What a watch says of an object.
enum WatchedChange: String, Hashable, Sendable {
  case added = "ADDED"
  case modified = "MODIFIED"
  case deleted = "DELETED"
}

/// What is to be done with a list.
enum ListWatchAction: Hashable, Sendable {
  /// Ask this; whatever is open for the list is dropped.
  case send(ListWatchRequest)
  /// Say `woke` after this long.
  case wake(after: Duration)
  /// The objects that come now are the whole list.
  case beginWhole
  /// The whole list has come: what was not in it is gone.
  case endWhole
  /// Take the change up. `isLate`: something newer was told before, so that only the object's own version tells.
  case take(isLate: Bool)
  /// Every object of it is gone: the server does not have such a list.
  case clear
}

/// A request of a list or a watch. Source: kubernetes.io/docs/reference/using-api/api-concepts.
enum ListWatchRequest: Hashable, Sendable {
  /// A list, or a page of it. `version` "0": as the server's cache has it; "": as it is now.
  case list(version: String, page: String?, limit: Int?)
  /// Changes after a version.
  case watch(from: String, seconds: Int)
  /// The whole list as changes, and then what changes.
  case stream(seconds: Int)

  /// The query, as names and values.
  var query: [(name: String, value: String)] {
    switch self {
    case .list(let version, let page, let limit):
      var query: [(name: String, value: String)] = []
      if let limit { query.append(("limit", String(limit))) }
      if let page {
        query.append(("continue", page))
      } else if !version.isEmpty {
        query.append(("resourceVersion", version))
      }
      return query
    case .watch(let version, let seconds):
      return [("watch", "true"), ("allowWatchBookmarks", "true"), ("resourceVersion", version)]
        + [("timeoutSeconds", String(seconds))]
    case .stream(let seconds):
      return [("watch", "true"), ("allowWatchBookmarks", "true"), ("sendInitialEvents", "true")]
        + [("resourceVersionMatch", "NotOlderThan"), ("timeoutSeconds", String(seconds))]
    }
  }

  /// Whether changes come, and not a list.
  var isWatch: Bool {
    if case .list = self { false } else { true }
  }
}
