// What comes to the screen's thread from other threads.

import DashboardModel
import DashboardScreens

/// News for the screen's thread.
enum LoopMessage: Sendable {
  /// What has come of a feed's slice.
  case feed(PictureBuilder.Message)
  /// The loop's own errand is done: what has come of it.
  case done(Action)

  /// The news as something that happened.
  var action: Action {
    switch self {
    case .feed(let message): message.action
    case .done(let action): action
    }
  }
}
