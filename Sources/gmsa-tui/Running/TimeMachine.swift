// Does what the screens ask of time: looks moments up in a record, builds their pictures, and plays.

import DashboardFeeds
import DashboardModel
import DashboardScreens

/// Goes through a record off the screen's thread, one request after the other.
actor TimeMachine {
  private let record: Record
  private let settings: Settings
  private let clock: any Clock<Duration>
  private let answer: @Sendable (TimeAnswer) -> Void
  private var playing: Task<Void, Never>?
  /// The picture that was built last, and the revisions of its slices.
  private var last: (picture: Picture, slices: [FeedSlice])?

  /// Moments that are listed before and behind the one that is seen.
  private static let listed = 200
  /// Parts of the strip; a screen joins them to its columns.
  private static let parts = 512
  /// How often it moves on while it plays.
  private static let beat = Duration.milliseconds(250)

  init(
    _ record: Record, _ settings: Settings, clock: any Clock<Duration> = ContinuousClock(),
    answer: @escaping @Sendable (TimeAnswer) -> Void
  ) {
    self.record = record
    self.settings = settings
    self.clock = clock
    self.answer = answer
  }

  /// Does what is asked for.
  func take(_ request: TimeRequest) async {
    playing?.cancel()
    playing = nil
    do {
      switch request {
      case .stop:
        var stopped = TimeAnswer()
        stopped.isStop = true
        answer(stopped)
      case .look(let moment): try await look(around: moment)
      case .go(let moment): try await show(moment, isPlaying: false)
      case .find(let target, let moment, let forward):
        try await find(target, from: moment, forward: forward)
      case .play(let moment, let speed): play(from: moment, speed: speed)
      }
    } catch {
      tell("\((error as? RecordFault)?.text ?? "\(error)")")
    }
  }

  private func tell(_ words: String) {
    var nothing = TimeAnswer()
    nothing.notice = words
    answer(nothing)
  }

  private func look(around moment: Timestamp?) async throws {
    var news = try await surroundings(of: moment)
    // The strip is looked at whole: on a long record it comes a moment later than the list.
    answer(news)
    news = TimeAnswer()
    news.activity = try await record.activity(parts: Self.parts).map {
      TimeActivity(changes: $0.changes, isCritical: $0.isCritical)
    }
    answer(news)
  }

  private func surroundings(of moment: Timestamp?) async throws -> TimeAnswer {
    var news = TimeAnswer()
    news.span = try await record.span()
    if let place = moment ?? news.span?.upperBound {
      news.changes = try await record.changes(around: place, each: Self.listed)
    }
    return news
  }

  private func find(_ target: ChangeTarget, from moment: Timestamp, forward: Bool) async throws {
    guard let found = try await record.moment(target, from: moment, forward: forward) else {
      tell(Self.regret(target, forward: forward))
      return
    }
    try await show(found, isPlaying: false)
  }

  private static func regret(_ target: ChangeTarget, forward: Bool) -> String {
    let what =
      switch target {
      case .any: "nothing changed"
      case .cell: "this cell did not change"
      case .credentialSpec: "this credspec did not change"
      case .critical: "nothing critical began"
      }
    return "\(what) \(forward ? "after" : "before") that in what is recorded"
  }

  private func show(_ moment: Timestamp, isPlaying: Bool) async throws {
    let view = try await record.view(at: moment)
    var news = try await surroundings(of: moment)
    news.moment = max(moment, news.span?.lowerBound ?? moment)
    news.isPlaying = isPlaying
    if let picture = picture(of: view, at: moment) { news.picture = picture }
    answer(news)
  }

  /// The picture of a view; nil where it is the last one.
  private func picture(of view: Record.View, at moment: Timestamp) -> Picture? {
    if let last, last.slices.map(\.revision) == view.slices.map(\.revision) { return nil }
    let snapshot = Snapshot(merging: view.slices, references: settings.config.reference)
    let picture = Picture(
      of: snapshot, reusing: last?.picture, options: settings.pictureOptions,
      muting: settings.muting(on: CalendarDay(moment)))
    last = (picture, view.slices)
    return picture
  }

  private func play(from moment: Timestamp, speed: Int) {
    playing = Task { await run(from: moment, speed: speed) }
  }

  private func run(from start: Timestamp, speed: Int) async {
    var moment = start
    while !Task.isCancelled {
      do {
        try await clock.sleep(for: Self.beat, tolerance: nil)
        guard !Task.isCancelled, let end = try await record.span()?.upperBound else { return }
        moment = moment.advanced(by: Self.beat * speed)
        // Hours in which nothing changed are passed over.
        if let next = try await record.moment(.any, from: moment, forward: true),
          next.since(moment) > .seconds(5 * speed)
        {
          moment = next.advanced(by: .zero - Duration.seconds(speed))
        }
        try await show(min(moment, end), isPlaying: moment < end)
        if moment >= end { return }
      } catch is CancellationError {
        return
      } catch {
        tell("\((error as? RecordFault)?.text ?? "\(error)")")
        return
      }
    }
  }
}
