// Records what some feeds say into a file, until it is ended.

import ArgumentParser
import DashboardFeeds
import DashboardModel
import Dispatch
import Glibc

/// Records feeds into a file.
struct RecordRun {
  let feeds: [any Feed]
  let settings: Settings
  let record: Record
  /// How long; nil: until somebody ends it.
  let length: Duration?
  private let clock = ContinuousClock()

  /// Pictures are built for the news alone, at most once a second and in a twentieth of the time.
  private static let pause = Duration.seconds(1)
  private static let share = 20

  /// Runs until the time is over or a signal ends the process; what was written is whole then.
  func run() -> Never {
    let news = NewsTelling(record)
    let builder = PictureBuilder(
      feeds: feeds.map(\.id), references: settings.config.reference, options: settings.pictureOptions,
      muting: { [settings] in settings.muting(on: CalendarDay(SystemTime.now)) }
    ) { message in
      if case .picture(let picture) = message.news { news.take(picture) }
    }
    for feed in feeds { Task.detached { await follow(feed, builder) } }
    if let length {
      Task.detached {
        try? await clock.sleep(for: length, tolerance: nil)
        let size = await record.size
        StandardError.print(
          "gmsa-tui: recorded \(NumberText.grouped(size.changes)) changes; the record has "
            + "\(NumberText.grouped(size.bytes)) bytes")
        exit(0)
      }
    }
    dispatchMain()
  }

  private func follow(_ feed: any Feed, _ builder: PictureBuilder) async {
    let (newest, continuation) = AsyncStream<FeedSlice>.makeStream(bufferingPolicy: .bufferingNewest(1))
    Task.detached { await build(newest, builder) }
    var trouble: FeedOutage?
    for await slice in feed.slices() {
      if slice.status.outage != trouble {
        trouble = slice.status.outage
        let words = trouble.map { "broken: \($0.reason)" } ?? "answers again"
        StandardError.print("gmsa-tui: \(SystemTime.now.text) \(feed.id.text) \(words)")
      }
      await record.take(slice, at: SystemTime.now)
      continuation.yield(slice)
      if let fault = await record.fault {
        StandardError.print("gmsa-tui: \(fault.text)")
        exit(2)
      }
    }
  }

  private func build(_ slices: AsyncStream<FeedSlice>, _ builder: PictureBuilder) async {
    for await slice in slices {
      let start = clock.now
      await builder.take(slice)
      let rest = max(Self.pause, (clock.now - start) * Self.share)
      try? await clock.sleep(for: rest, tolerance: nil)
    }
  }
}
