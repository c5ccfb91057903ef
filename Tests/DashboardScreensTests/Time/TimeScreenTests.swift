// Going through time: what the time screen says, what the banner says, and where the keys lead.

import DashboardFeeds
import DashboardModel
import DashboardScreens
import DashboardTesting
import TerminalCanvas
import Testing

@Suite("Time")
struct TimeScreenTests {
  private static let sizes = [(200, 60), (120, 36), (80, 24), (40, 10)]

  /// Forty minutes of the demo: pictures by their moment, and what each changed.
  private struct History {
    var pictures: [(at: Timestamp, picture: Picture)] = []
    var changes: [PictureChange] = []

    init() {
      var cluster = SimulatedCluster(options: DemoOptions(seed: 1), start: .sampleNow)
      for step in 0..<240 {
        if step.isMultiple(of: 12) {
          let picture = Picture(
            of: Snapshot(merging: [
              FeedSlice(
                feed: "demo", status: .live, observedAt: cluster.now, revision: step,
                facts: cluster.facts)
            ]))
          if let last = pictures.last?.picture {
            let change = PictureChange(at: cluster.now, SnapshotDiff(from: last, to: picture))
            if !change.isEmpty { changes.append(change) }
          }
          pictures.append((cluster.now, picture))
        }
        _ = cluster.tick()
      }
    }

    var span: ClosedRange<Timestamp> { pictures[0].at...pictures[pictures.count - 1].at }

    /// What the time machine answers to a request for a moment.
    func answer(at moment: Timestamp?, withPicture: Bool = true) -> TimeAnswer {
      var answer = TimeAnswer()
      answer.span = span
      answer.moment = moment
      answer.changes = changes
      if withPicture, let moment { answer.picture = pictures.last { $0.at <= moment }?.picture }
      var activity = [TimeActivity](repeating: TimeActivity(changes: 0, isCritical: false), count: 512)
      let length = span.upperBound.milliseconds - span.lowerBound.milliseconds + 1
      for change in changes {
        let part = Int((change.at.milliseconds - span.lowerBound.milliseconds) * 512 / length)
        activity[part].changes += change.count
        if change.isCritical { activity[part].isCritical = true }
      }
      answer.activity = activity
      return answer
    }
  }

  private static let history = History()

  /// A live dashboard at the end of the history.
  private static func live(columns: Int = 120, rows: Int = 36, isASCII: Bool = false) throws -> Journey {
    var journey = try Journey(history.pictures[0].picture, columns: columns, rows: rows, isASCII: isASCII)
    let end = history.pictures[history.pictures.count - 1]
    journey.act(.timePassed(end.at))
    journey.act(.pictureArrived(end.picture))
    return journey
  }

  private static var middle: Timestamp { history.pictures[10].at }

  @Test("the screen and the banner look as recorded", arguments: sizes)
  func looks(columns: Int, rows: Int) throws {
    for isASCII in [false, true] {
      for name in ["time/live", "time/past", "banner/past", "banner/replay"] {
        var journey = try Self.live(columns: columns, rows: rows, isASCII: isASCII)
        let isPast = name != "time/live"
        if name == "banner/replay" { journey.replay() }
        if isPast { journey.act(.timeAnswered(Self.history.answer(at: Self.middle))) }
        if name.hasPrefix("time") {
          journey.press("t")
          journey.act(
            .timeAnswered(Self.history.answer(at: isPast ? Self.middle : nil, withPicture: false)))
        }
        Golden().expect(
          GridDump.screen(draw(journey.state).grid, letter: GoldenScreenTests.letter),
          named: Self.file(name, columns, rows, isASCII))
      }
    }
  }

  @Test("has no recorded look that no test asks for")
  func noOrphans() {
    let files = ["time/live", "time/past", "banner/past", "banner/replay"].flatMap { name in
      Self.sizes.flatMap { size in
        [false, true].map { Self.file(name, size.0, size.1, $0) }
      }
    }
    #expect(Golden().orphans(asked: files + DiffScreenTests.files).isEmpty)
  }

  private static func file(_ name: String, _ columns: Int, _ rows: Int, _ isASCII: Bool) -> String {
    "\(name).\(columns)x\(rows).\(isASCII ? "ascii" : "unicode").txt"
  }

  @Test("the present is held while the past is seen, and L leads back to it")
  func backToLive() throws {
    var journey = try Self.live()
    let live = journey.lines
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    #expect(journey.lines[0].contains("NOT LIVE"))
    #expect(journey.state.now == Self.middle)
    let past = journey.lines
    // What comes meanwhile does not disturb the past.
    journey.act(.pictureArrived(Self.history.pictures[Self.history.pictures.count - 1].picture))
    journey.act(.timePassed(Self.history.span.upperBound))
    #expect(journey.lines == past)
    #expect(journey.state.untilNextChange == nil)
    journey.press("L")
    #expect(!journey.state.isPast)
    #expect(journey.lines[0] == live[0] && journey.lines[1] == live[1])
    #expect(journey.effects == [.time(.stop)])
  }

  @Test("ages on the past are those of the moment")
  func ages() throws {
    var journey = try Self.live()
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    journey.press("!")
    #expect(journey.lines.contains { $0.contains("facts of") && $0.contains("just now") })
  }

  @Test(
    "keys ask for moments",
    arguments: [
      (".", "any", true), (",", "any", false), ("w", "critical", true), ("W", "critical", false),
    ])
  func keys(key: String, target: String, forward: Bool) throws {
    var journey = try Self.live()
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    journey.press(key)
    let wanted: ChangeTarget = target == "any" ? .any : .critical
    #expect(journey.effects == [.time(.find(wanted, from: Self.middle, forward: forward))])
  }

  @Test("brackets ask for the cell under the cursor, parentheses for its credspec")
  func here() throws {
    var journey = try Self.live()
    journey.press("]")
    guard case .time(.find(.cell(.credentialSpecByHost, let row, _), _, true))? = journey.effects.first
    else {
      Issue.record("asked for \(journey.effects)")
      return
    }
    journey.press("(")
    guard case .time(.find(.credentialSpec(let id), _, false))? = journey.effects.first else {
      Issue.record("asked for \(journey.effects)")
      return
    }
    #expect(row == .credentialSpec(id))
  }

  @Test("p plays and stops in the past, z makes it faster, and neither touches the present")
  func playing() throws {
    var journey = try Self.live()
    journey.press("z")
    #expect(journey.effects.isEmpty)
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    journey.press("z p")
    #expect(journey.effects == [.time(.play(from: Self.middle, speed: 10))])
    var answer = Self.history.answer(at: Self.middle)
    answer.isPlaying = true
    journey.act(.timeAnswered(answer))
    #expect(journey.lines[0].contains("play x10"))
    journey.press("p")
    #expect(journey.effects == [.time(.stop)])
  }

  @Test("go to takes a time of day, a distance and a whole time")
  func goTo() throws {
    var journey = try Self.live()
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    journey.act(.commandNamed("go to -1m"))
    #expect(journey.effects == [.time(.go(Self.middle.advanced(by: .seconds(-60))))])
    journey.act(.commandNamed("go to \(Self.middle.text)"))
    #expect(journey.effects == [.time(.go(Self.middle))])
    journey.act(.commandNamed("go to noon"))
    #expect(journey.effects.isEmpty && journey.state.notice?.contains("go to TIME") == true)
  }

  @Test("Enter on a moment of the time screen shows it, newest first")
  func enter() throws {
    var journey = try Self.live()
    journey.press("t")
    #expect(journey.effects == [.time(.look(around: nil))])
    journey.act(.timeAnswered(Self.history.answer(at: nil)))
    journey.press("enter")
    let newest = try #require(Self.history.changes.last)
    #expect(journey.effects == [.time(.go(newest.at))])
  }

  @Test("d in the past tells what has become of it since")
  func diff() throws {
    var journey = try Self.live()
    journey.act(.timeAnswered(Self.history.answer(at: Self.middle)))
    journey.press("d")
    #expect(journey.lines[1].contains("from the moment that is seen until now"))
    #expect(journey.state.comparison.diff?.isEmpty == false)
  }

  @Test("is spoken by the linear mode: the banner, the moment, the list")
  func linear() {
    var mode = LinearMode(now: .sampleNow)
    _ = mode.take(.pictureArrived(Self.history.pictures[0].picture))
    let moved = mode.take(.timeAnswered(Self.history.answer(at: Self.middle)))
    #expect(moved.first?.contains("NOT LIVE") == true)
    _ = mode.take(line: "time")
    let listed = mode.take(.timeAnswered(Self.history.answer(at: nil)))
    #expect(listed.first?.hasPrefix("Screen time.") == true)
  }
}
