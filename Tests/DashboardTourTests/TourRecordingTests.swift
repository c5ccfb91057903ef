// The tour's frames: the same from one seed, as recorded, and the same after a terminal has read the cast.

import DashboardModel
import DashboardScreens
import DashboardTesting
import Foundation
import TerminalCanvas
import Testing

@testable import DashboardTour

@Suite("Recorded tours")
struct TourRecordingTests {
  private static let sizes = [(120, 36), (80, 24), (200, 60), (40, 10)]

  private func recording(
    _ scenes: [Scene] = SceneTable.tour, seed: UInt64 = 1, columns: Int = 120, rows: Int = 36,
    isASCII: Bool = false
  ) throws -> TourRecording {
    TourRecording(
      scenes, seed: seed, columns: columns, rows: rows, theme: try SceneTests.theme(isASCII: isASCII))
  }

  private func cast(_ recording: TourRecording) -> String {
    var text = ""
    CastFile(recording, title: "test").write(to: &text)
    return text
  }

  @Test(
    "the same seed gives the same frames and the same file, byte for byte", arguments: [1, 7] as [UInt64])
  func deterministic(seed: UInt64) throws {
    let first = try recording(seed: seed)
    let second = try recording(seed: seed)
    #expect(first.frames.map(\.frame) == second.frames.map(\.frame))
    #expect(first.frames.map(\.time) == second.frames.map(\.time))
    #expect(cast(first) == cast(second))
  }

  @Test("the last frame of each caption looks as recorded")
  func golden() throws {
    var names: [String] = []
    for scene in SceneTable.all {
      let frames = try recording([scene]).frames
      for beat in Set(frames.map(\.beat)).sorted() {
        guard let frame = frames.last(where: { $0.beat == beat }) else { continue }
        let name = "\(scene.name)/\(beat + 1).120x36.txt"
        names.append(name)
        Golden().expect(GridDump.text(frame.frame.grid) + "\n", named: name)
      }
    }
    for (columns, rows) in [(80, 24), (40, 10)] {
      for isASCII in [false, true] {
        let frames = try recording([.forgotten], columns: columns, rows: rows, isASCII: isASCII).frames
        for beat in Set(frames.map(\.beat)).sorted() {
          guard let frame = frames.last(where: { $0.beat == beat }) else { continue }
          let name = "forgotten/\(beat + 1).\(columns)x\(rows)\(isASCII ? ".ascii" : "").txt"
          names.append(name)
          Golden().expect(GridDump.text(frame.frame.grid) + "\n", named: name)
        }
      }
    }
    #expect(Golden().orphans(asked: names) == [])
  }

  @Test("a terminal that plays the cast shows every frame of the tour", arguments: sizes)
  func castReplays(columns: Int, rows: Int) throws {
    let recording = try recording(columns: columns, rows: rows)
    var screen = VirtualScreen(columns: columns, rows: rows)
    let lines = cast(recording).split(separator: "\n")
    let header = try #require(try object(lines[0]) as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == columns && header["height"] as? Int == rows)
    let events = try lines.dropFirst().map { try #require(try object($0) as? [Any]) }
    var played = 0
    for timed in recording.frames {
      let seconds = Double(timed.time.components.seconds) + Double(timed.time.components.attoseconds) / 1e18
      while played < events.count, let time = events[played][0] as? Double, time <= seconds + 0.0005 {
        #expect(events[played][1] as? String == "o")
        screen.feed(Array((events[played][2] as? String ?? "").utf8))
        played += 1
      }
      #expect(screen.grid == timed.frame.grid, "at \(seconds) s")
    }
    #expect(screen.unknown.isEmpty)
    #expect(!screen.modes.contains(25))
  }

  @Test("a cast of a scene replayed to its end shows the golden frame")
  func castShowsGolden() throws {
    let recording = try recording([.forgotten])
    var screen = VirtualScreen(columns: 120, rows: 36)
    for line in cast(recording).split(separator: "\n").dropFirst() {
      let event = try #require(try object(line) as? [Any])
      screen.feed(Array((event[2] as? String ?? "").utf8))
    }
    let last = (recording.frames.last?.beat ?? 0) + 1
    Golden().expect(screen.text + "\n", named: "forgotten/\(last).120x36.txt")
  }

  @Test("times of a cast never go back, and it lasts as long as the tour")
  func times() throws {
    let recording = try recording()
    let times = try cast(recording).split(separator: "\n").dropFirst().map {
      try #require((try object($0) as? [Any])?[0] as? Double)
    }
    #expect(times == times.sorted())
    #expect((150...210).contains(try #require(times.last)))
  }

  @Test("while nothing happens nothing is sent: a frame a step, and none between")
  func sparse() throws {
    let recording = try recording()
    var encoder = FrameEncoder()
    let sizes = recording.frames.map { encoder.bytes(of: $0.frame).utf8.count }
    #expect(sizes.reduce(0, +) / max(1, sizes.count) < 4000)
    var again = FrameEncoder()
    for timed in recording.frames {
      _ = again.bytes(of: timed.frame)
      #expect(again.bytes(of: timed.frame).isEmpty)
    }
  }

  @Test("an ASCII tour is ASCII alone", arguments: [(120, 36), (40, 10)])
  func ascii(columns: Int, rows: Int) throws {
    for timed in try recording(columns: columns, rows: rows, isASCII: true).frames {
      #expect(GridDump.text(timed.frame.grid).utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test(
    "the spoken tour says every caption and every scene's title, and no control character",
    arguments: SceneTable.names)
  func spoken(name: String) throws {
    let scenes = try #require(SceneTable.scenes(named: name))
    var tour = SpokenTour(scenes)
    var lines: [String] = []
    while let more = tour.lines() { lines += more }
    for scene in scenes {
      #expect(lines.contains("Scene: \(scene.title)."))
      for case .say(let text) in scene.steps { #expect(lines.contains(text)) }
    }
    #expect(lines.joined().unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  private func object(_ line: Substring) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(line.utf8))
  }
}
