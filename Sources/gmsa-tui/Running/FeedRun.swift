// Starts the feeds of a dashboard: each on a task of its own, all into one mailbox.

import DashboardFeeds
import DashboardModel
import NcursesTerminal

enum FeedRun {
  /// How the feeds do before the first of them has said anything.
  static func opening(_ feeds: [any Feed]) -> [FeedReport] {
    feeds.map {
      FeedReport(
        feed: $0.id, status: .reading(ReadProgress()), observedAt: nil, clusters: [], unreadableCount: 0)
    }
  }

  /// Starts reading; pictures and how the feeds do come into the mailbox until the tasks are cancelled.
  static func start(
    _ feeds: [any Feed], _ settings: Settings, _ mailbox: Mailbox<LoopMessage>
  ) -> [Task<Void, Never>] {
    let builder = PictureBuilder(
      feeds: feeds.map(\.id), references: settings.config.reference, options: settings.pictureOptions,
      muting: { settings.muting(on: CalendarDay(SystemTime.now)) }
    ) { mailbox.post(.feed($0)) }
    return feeds.map { feed in
      Task.detached { for await slice in feed.slices() { await builder.take(slice) } }
    }
  }
}
