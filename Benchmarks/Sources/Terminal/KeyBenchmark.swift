// Keys at a real terminal, beside a bare ncurses program that shows the very same frames: key by key, by turns, so that
// whatever else the machine does falls on both.

import DashboardTesting
import Glibc

/// Presses keys in both programs and compares what they took and sent.
struct KeyBenchmark {
  /// Keys of one kind.
  struct Keys {
    let name: String
    let bytes: String
    let count: Int
  }

  let program: ProgramUnderTest
  let bare: String
  let columns: Int
  let rows: Int
  /// Where the frames are kept for `bare`.
  let scratch: String

  private struct Sample {
    let name: String
    let last: Double
    let bytes: Int
  }

  /// What is pressed before anything is measured: all rows and all columns.
  private static let opening = "aA"
  private static let keys = [
    Keys(name: "down", bytes: "\u{1B}OB", count: 120),
    Keys(name: "right (every so often a pan)", bytes: "\u{1B}OC", count: 240),
    Keys(name: "page down", bytes: "\u{1B}[6~", count: 30),
    Keys(name: "page up", bytes: "\u{1B}[5~", count: 30),
    Keys(name: "next problem", bytes: "n", count: 60),
    Keys(name: "home and end, by turns", bytes: "", count: 40),
  ]
  /// A pan is a sideways move that changes more than this part of the screen.
  private static let panShare = 4

  /// Prints a line a kind of key. True where both bars hold over all keys: the time to the last byte at most twice the bare
  /// program's at the 99th of a hundred, the bytes at most 1.2 times its.
  func run() throws -> Bool {
    let presses = Self.keys.flatMap { keys in
      (0..<keys.count).map { turn in
        (name: keys.name, bytes: keys.bytes.isEmpty ? turn % 2 == 0 ? "\u{1B}OF" : "\u{1B}OH" : keys.bytes)
      }
    }
    let frames = try recorded(presses.map(\.bytes))
    let path = "\(scratch)/frames.\(columns)x\(rows)"
    guard frames.write(to: path) else { return false }
    let one = try program.start(columns: columns, rows: rows)
    try open(one)
    let floor = try ProgramUnderTest(words: [bare, path], ready: program.ready).start(
      columns: columns, rows: rows)
    var ours: [Sample] = []
    var theirs: [Sample] = []
    for (turn, press) in presses.enumerated() {
      let name = self.name(press.name, changed: frames.changes(at: turn))
      for isOurs in turn % 2 == 0 ? [true, false] : [false, true] {
        let answer = (isOurs ? one : floor).press(isOurs ? press.bytes : "j", patience: .seconds(2))
        let sample = Sample(
          name: name, last: answer.last.map { $0 / .milliseconds(1) } ?? 0, bytes: answer.bytes)
        if isOurs { ours.append(sample) } else { theirs.append(sample) }
      }
    }
    return tell(ours, theirs, frames)
  }

  private func open(_ terminal: PseudoTerminal) throws {
    for key in Self.opening { _ = terminal.press(String(key), patience: .seconds(5)) }
    if let status = terminal.waitForExit(seconds: 0) { throw TerminalBenchmarkFault.ended(status) }
  }

  /// The screens that the keys lead to.
  private func recorded(_ keys: [String]) throws -> RecordedFrames {
    let terminal = try program.start(columns: columns, rows: rows)
    try open(terminal)
    var frames = RecordedFrames(columns: columns, rows: rows)
    frames.append(terminal.screen.grid)
    for key in keys {
      _ = terminal.press(key, patience: .seconds(2))
      frames.append(terminal.screen.grid)
    }
    return frames
  }

  private func name(_ name: String, changed: Int) -> String {
    guard name.hasPrefix("right") else { return name }
    return changed * Self.panShare > columns * rows ? "right, a pan" : "right"
  }

  // MARK: Figures

  private func tell(_ ours: [Sample], _ theirs: [Sample], _ frames: RecordedFrames) -> Bool {
    print(
      "\(columns)x\(rows): gmsa-tui beside bare ncurses that shows the same frames, \(ours.count) keys by turns"
    )
    var names: [String] = []
    for sample in ours where !names.contains(sample.name) { names.append(sample.name) }
    for name in names {
      let places = ours.indices.filter { ours[$0].name == name }
      line(name, places, ours, theirs, frames)
    }
    let silent = ours.indices.filter { ours[$0].bytes == 0 && frames.changes(at: $0) > 0 }
    if !silent.isEmpty { print("  \(silent.count) keys were not answered in time") }
    let ratios = line("all keys", Array(ours.indices), ours, theirs, frames)
    let holds = ratios.p99 <= 2 && ratios.bytes <= 1.2 && silent.isEmpty
    print("  bars: p99 of the last byte <= 2, bytes <= 1.2: \(holds ? "ok" : "OVER")")
    return holds
  }

  @discardableResult
  private func line(
    _ name: String, _ places: [Int], _ ours: [Sample], _ theirs: [Sample], _ frames: RecordedFrames
  ) -> (p99: Double, bytes: Double) {
    func part(_ samples: [Sample], _ share: Double) -> Double {
      let sorted = places.map { samples[$0].last }.sorted()
      return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
    func bytes(_ samples: [Sample]) -> Double { Double(places.reduce(0) { $0 + samples[$1].bytes }) }
    let cells = Double(places.reduce(0) { $0 + frames.changes(at: $1) })
    let p99 = part(ours, 0.99) / max(0.001, part(theirs, 0.99))
    let count = Double(places.count)
    let ratio = bytes(ours) / max(1, bytes(theirs))
    print(
      "  \(padded(name, 32)) \(places.count) keys  last byte ms p50 \(text(part(ours, 0.5))) / \(text(part(theirs, 0.5)))"
        + "  p99 \(text(part(ours, 0.99))) / \(text(part(theirs, 0.99))) = \(text(p99))"
        + "  bytes \(Int(bytes(ours) / count)) / \(Int(bytes(theirs) / count)) = \(text(ratio))"
        + "  cells \(Int(cells / count))")
    return (p99, ratio)
  }

  private func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
