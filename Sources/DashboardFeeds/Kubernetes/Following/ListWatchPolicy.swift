// The numbers that one list is followed by.

/// How a list is read and followed.
struct ListWatchPolicy: Hashable, Sendable {
  /// Objects a page. Source: client-go's pager asks for 500.
  var pageSize = 500
  /// The shortest life that is asked for a watch, in seconds; up to the double. Source: client-go, 5 to 10 minutes.
  var watchSeconds = 300.0
  /// How often a list is read again that may be listed and not watched.
  var pollInterval = Duration.seconds(60)
  /// How often a list is asked for that the server does not have.
  var absentInterval = Duration.seconds(60)
  /// How often a list is asked for that the server did not show.
  var refusedInterval = Duration.seconds(300)
  /// A watch that ends sooner than this and told nothing was no watch.
  var shortestWatch = Duration.seconds(2)
  /// Whether the server is known to send lists as changes.
  var mayStream = false
}
