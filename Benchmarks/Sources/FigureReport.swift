// Prints a figure a line, beside the bar that it must stay under.

/// A table of figures on standard output.
struct FigureReport {
  private(set) var isOverABar = false
  /// Whether the processor's time is counted and not the wall's: what remains to compare where a machine is shared.
  var countsProcessorTime = false

  /// Times `body` after one call that does not count, and prints the median, the fastest and the slowest.
  mutating func time(_ name: String, under bar: Duration? = nil, runs: Int, _ body: () -> Void) {
    body()
    var times: [Duration] = []
    for _ in 0..<runs { times.append(cost(of: body)) }
    times.sort()
    let median = times[runs / 2]
    let range = "\(Self.text(times[0])) to \(Self.text(times[runs - 1])), \(runs) runs"
    line(name, Self.text(median), bar.map { ("< " + Self.text($0), median < $0) }, range)
  }

  /// What one run of `body` costs, by the clock that was chosen.
  func cost(of body: () -> Void) -> Duration {
    if !countsProcessorTime { return ContinuousClock().measure(body) }
    let start = ProcessFigures.processorTime
    body()
    return ProcessFigures.processorTime - start
  }

  /// Prints memory in megabytes.
  mutating func memory(_ name: String, kilobytes: Int, underMegabytes bar: Int? = nil) {
    line(name, "\(kilobytes / 1000) MB", bar.map { ("< \($0) MB", kilobytes < $0 * 1000) }, "")
  }

  /// Prints a line without a figure.
  func note(_ text: String) { print(text) }

  private mutating func line(
    _ name: String, _ figure: String, _ bar: (text: String, holds: Bool)?, _ rest: String
  ) {
    if let bar, !bar.holds { isOverABar = true }
    let verdict = bar.map { "\($0.text) \($0.holds ? "ok  " : "OVER")" } ?? ""
    print(Self.padded(name, 58), Self.padded(figure, 10), Self.padded(verdict, 18), rest)
  }

  private static func padded(_ text: String, _ columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - text.count))
  }

  private static func text(_ duration: Duration) -> String {
    let hundredths = Int(duration / .microseconds(10))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) ms"
  }
}
