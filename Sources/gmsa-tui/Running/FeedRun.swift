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

  /// Starts reading; what the feeds say is recorded, pictures and how the feeds do come into the mailbox until the tasks are cancelled.
  static func start(
    _ feeds: [any Feed], _ settings: Settings, _ mailbox: Mailbox<LoopMessage>, recordedIn record: Record?
  ) -> [Task<Void, Never>] {
    let news = record.map { NewsTelling($0) }
    let builder = PictureBuilder(
      feeds: feeds.map(\.id), references: settings.config.reference, options: settings.pictureOptions,
      muting: { settings.muting(on: CalendarDay(SystemTime.now)) }
    ) { message in
      mailbox.post(.feed(message))
      if case .picture(let picture) = message.news { news?.take(picture) }
    }
    return feeds.map { feed in
      Task.detached {
        for await slice in feed.slices() {
          // The screen first: writing down everything that a large fleet says takes a moment.
          let now = SystemTime.now
          await builder.take(slice)
          await record?.take(slice, at: now)
        }
      }
    }
  }
}
