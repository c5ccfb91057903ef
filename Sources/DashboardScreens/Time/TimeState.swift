// Where in time the dashboard is: live, or at a moment of a record, standing still or playing.

package import DashboardModel

/// What the dashboard knows of time.
package struct TimeState: Sendable {
  /// Whether a file is replayed: there is nothing live then.
  package var isReplay = false
  /// What is recorded, from when to when; nil where nothing is.
  package var span: ClosedRange<Timestamp>?
  /// The moment that is seen; nil: the present.
  package var moment: Timestamp?
  /// Whether it moves on by itself.
  package var isPlaying = false
  /// How many seconds of the record pass in one.
  package var speed = 1
  /// What changed around the moment, oldest first.
  package var changes: [PictureChange] = []
  /// How much changed in each of equal parts of the span.
  package var activity: [TimeActivity] = []
  /// The feeds as they do now, while the past is seen.
  var liveFeeds: [FeedReport] = []
  /// Whether the present was asked for, and answers of before may still come.
  var isLeaving = false
  /// The time on the wall, while `AppState.now` is a moment of the past.
  var wall: Timestamp?

  /// The present.
  package init() {}

  /// The speeds that can be chosen.
  static let speeds = [1, 10, 60, 600]
}

/// How much changed in a part of what is recorded.
package struct TimeActivity: Hashable, Sendable {
  /// Cells and findings that changed.
  package var changes: Int
  /// Whether something critical began.
  package var isCritical: Bool

  /// A part.
  package init(changes: Int, isCritical: Bool) {
    self.changes = changes
    self.isCritical = isCritical
  }
}

/// What somebody who goes through time asks for.
package enum TimeRequest: Hashable, Sendable {
  /// What is recorded, and what changed around a moment; nil: the present.
  case look(around: Timestamp?)
  /// The state of a moment.
  case go(Timestamp)
  /// The next or previous moment of a kind, and its state.
  case find(ChangeTarget, from: Timestamp, forward: Bool)
  /// To go on from a moment, so many seconds in one.
  case play(from: Timestamp, speed: Int)
  /// To stand still.
  case stop
}

/// What came of a request.
package struct TimeAnswer: Sendable {
  /// What is recorded.
  package var span: ClosedRange<Timestamp>?
  /// The moment that is to be seen; nil: it stays.
  package var moment: Timestamp?
  /// Its picture; nil: it stays.
  package var picture: Picture?
  /// Whether it plays on.
  package var isPlaying = false
  /// What changed around; nil: it stays.
  package var changes: [PictureChange]?
  /// How much changed where; nil: it stays.
  package var activity: [TimeActivity]?
  /// Whether it answers the request to stand still, so that nothing of before is on its way any more.
  package var isStop = false
  /// What to say to the operator.
  package var notice: String?

  /// Nothing came of it.
  package init() {}
}

extension AppState {
  /// Whether what is seen is not the present.
  package var isPast: Bool { time.moment != nil }

  /// Takes up what came of a request.
  mutating func take(_ answer: TimeAnswer) {
    // What was on its way when the operator went back to the present is late.
    if time.isLeaving, answer.moment != nil { return }
    if answer.isStop { time.isLeaving = false }
    if let span = answer.span { time.span = span }
    if let changes = answer.changes { time.changes = changes }
    if let activity = answer.activity { time.activity = activity }
    if let words = answer.notice { notice = words }
    time.isPlaying = answer.isPlaying
    if let moment = answer.moment {
      if !isPast {
        time.wall = now
        time.liveFeeds = feeds
        if !time.isReplay, heldPicture == nil { heldPicture = picture }
        isPaused = false
      }
      time.moment = moment
      now = moment
    }
    if let picture = answer.picture {
      feeds = picture.snapshot.feeds
      let isFirst = self.picture == nil
      show(picture)
      if isFirst {
        goToFirstProblem()
        comparison.start = KeptPicture(picture: picture, at: now)
      }
    }
    refreshPages()
    if answer.changes != nil { goToShownMoment() }
  }

  /// Back to the present.
  mutating func goLive() -> [Effect] {
    if time.isReplay {
      guard let end = time.span?.upperBound else { return [] }
      return [.time(.go(end))]
    }
    time.moment = nil
    time.isPlaying = false
    time.isLeaving = true
    now = time.wall ?? now
    time.wall = nil
    feeds = time.liveFeeds
    if let live = heldPicture {
      heldPicture = nil
      show(live)
    }
    if comparison.baseline == .live { comparison.baseline = .start }
    refreshDiff()
    refreshPages()
    return [.time(.stop)]
  }
}
