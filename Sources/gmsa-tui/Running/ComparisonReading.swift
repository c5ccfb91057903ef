// Reads a source that the operator wants to compare with, off the screen's thread.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import NcursesTerminal

enum ComparisonReading {
  /// Starts reading; the picture, or why there is none, comes into the mailbox.
  static func start(_ word: String, _ settings: Settings, _ mailbox: Mailbox<LoopMessage>) {
    Task.detached { mailbox.post(.done(await action(word, settings))) }
  }

  private static func action(_ word: String, _ settings: Settings) async -> Action {
    let feeds: [any Feed]
    do {
      feeds = try SourceSelection.feeds(toCompare: word, for: settings)
    } catch {
      return .answered("\(error)")
    }
    var slices: [FeedSlice] = []
    for feed in feeds {
      for await slice in feed.slices() where !slice.status.isReading {
        slices.append(slice)
        break
      }
    }
    for slice in slices where slice.facts.isEmpty {
      if let outage = slice.status.outage { return .answered("\(word): \(outage.reason)") }
    }
    let picture = Picture(
      of: Snapshot(merging: slices, references: settings.config.reference), options: settings.pictureOptions,
      muting: settings.muting(on: CalendarDay(SystemTime.now)))
    return .readToCompare(picture, from: word)
  }
}
