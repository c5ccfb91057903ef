// A storm of sizes: what the program has in memory before and after, and whether its last screen is whole.

import DashboardTesting
import Glibc

/// Changes the size of the terminal many times.
struct SizeBenchmark {
  let program: ProgramUnderTest
  let count: Int
  /// MiB that may come on top: allocators keep what the largest screen once took.
  private static let growth = 4.0

  /// Prints the memory; true where it stays and the program is alive with its picture.
  func run() throws -> Bool {
    let terminal = try program.start(columns: 120, rows: 36)
    var random = SeededRandom(seed: 1)
    storm(terminal, count / 4, &random)
    let before = Self.resident(terminal.process)
    storm(terminal, count, &random)
    let after = Self.resident(terminal.process)
    let isBack = terminal.wait(seconds: 60) { $0.text.contains(program.ready) }
    let holds = isBack && after - before <= Self.growth
    print(
      "\(count) sizes after \(count / 4) to warm up: \(Self.text(before)) MiB before, \(Self.text(after)) MiB after, "
        + "\(isBack ? "the picture is back" : "the picture is lost"): \(holds ? "ok" : "OVER")")
    return holds
  }

  /// Random sizes, some of them before the program has drawn the one before, and at last the first one.
  private func storm(_ terminal: PseudoTerminal, _ count: Int, _ random: inout SeededRandom) {
    for _ in 0..<count {
      terminal.resize(
        columns: Int.random(in: 1...300, using: &random), rows: Int.random(in: 1...100, using: &random))
      _ = terminal.press(
        "", quiet: .milliseconds(1), patience: .milliseconds(Int.random(in: 1...15, using: &random)))
      terminal.forget()
    }
    terminal.resize(columns: 120, rows: 36)
    _ = terminal.press("", quiet: .milliseconds(300), patience: .seconds(5))
  }

  /// MiB of a process in memory.
  static func resident(_ process: pid_t) -> Double {
    guard let file = fopen("/proc/\(process)/statm", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
    let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }

  private static func text(_ value: Double) -> String { "\(Int(value)).\(Int(value * 10) % 10)" }
}
