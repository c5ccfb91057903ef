// `benchmarks tour`: the bytes of each frame of the tour, and what they mean on a slow line.

import DashboardScreens
import DashboardTour
import TerminalCanvas

/// Counts what the tour's frames come to when only differences are sent.
struct TourBenchmark {
  let columns: Int
  let rows: Int
  /// Bits a second of the line; ten bits a byte, as on a serial line, would be kinder to nobody: eight are counted.
  let bitsASecond: Double

  /// Prints the figures; false where some frame takes longer than a second to arrive, or the line is full for longer than
  /// it is free.
  func run() -> Bool {
    guard let theme = BuiltInThemes.named("default", isASCII: false) else { return false }
    let recording = TourRecording(SceneTable.tour, columns: columns, rows: rows, theme: theme)
    var encoder = FrameEncoder()
    let sizes = recording.frames.map { encoder.bytes(of: $0.frame).utf8.count }
    let seconds = Double(recording.end.components.seconds)
    let sorted = sizes.sorted()
    let total = sizes.reduce(0, +)
    let largest = sorted.last ?? 0
    let full = seconds == 0 ? 0 : Double(total) * 8 / bitsASecond / seconds
    print("tour at \(columns)x\(rows), a line of \(Int(bitsASecond / 1000)) kbit/s")
    print("  frames            \(sizes.count) in \(Int(seconds)) s")
    print(
      "  bytes a frame     median \(sorted[sorted.count / 2]), mean \(total / max(1, sizes.count)), largest \(largest)"
    )
    print("  bytes in all      \(total)")
    print(
      "  largest arrives   in \(milliseconds(largest)) ms, the median frame in \(milliseconds(sorted[sorted.count / 2])) ms"
    )
    print(
      "  line in use       \(Int((full * 1000).rounded()) / 10).\(Int((full * 1000).rounded()) % 10) % of the time"
    )
    print("  frame  second  bytes  ms on the line")
    for (place, timed) in recording.frames.enumerated() {
      let second = Double(timed.time.components.seconds) + Double(timed.time.components.attoseconds) / 1e18
      print(
        "  \(right(place + 1, 5))  \(right(Int(second), 6))  \(right(sizes[place], 5))  \(right(milliseconds(sizes[place]), 6))"
      )
    }
    return milliseconds(largest) < 1000 && full < 0.5
  }

  private func milliseconds(_ bytes: Int) -> Int { Int((Double(bytes) * 8000 / bitsASecond).rounded()) }

  private func right(_ number: Int, _ width: Int) -> String {
    let text = "\(number)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
