// Starting and being idle: the time to the first whole screen, and what a dashboard costs that nobody touches.

import DashboardTesting
import Glibc

/// Starts the program some times, then looks at it for a while.
struct IdleBenchmark {
  let program: ProgramUnderTest
  let runs: Int
  let seconds: Int

  /// Prints the figures. They have no bar of their own.
  func run() throws {
    var times: [Double] = []
    for _ in 0..<max(1, runs) {
      let start = ContinuousClock.now
      let terminal = try PseudoTerminal(
        program.words, environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
        columns: 120, rows: 36)
      guard terminal.wait(seconds: 60, until: { $0.text.contains(program.ready) }) else {
        throw TerminalBenchmarkFault.neverReady(program.words.joined(separator: " "), terminal.screen.text)
      }
      times.append((ContinuousClock.now - start) / .milliseconds(1))
      terminal.type("q")
      _ = terminal.waitForExit(seconds: 10)
    }
    times.sort()
    print("start to the whole screen: \(Int(times[times.count / 2])) ms, median of \(times.count)")
    let terminal = try program.start(columns: 120, rows: 36)
    terminal.forget()
    let before = Self.switches(terminal.process)
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      _ = terminal.press("", quiet: .milliseconds(50), patience: .milliseconds(500))
    }
    let woken = Self.switches(terminal.process) - before
    print("idle for \(seconds) s: \(terminal.received.count) bytes, \(woken) wake-ups")
  }

  /// Times that the threads of a process gave the processor back by themselves.
  private static func switches(_ process: pid_t) -> Int {
    guard let folder = opendir("/proc/\(process)/task") else { return 0 }
    defer { closedir(folder) }
    var total = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let file = fopen("/proc/\(process)/task/\(name)/status", "r") else { continue }
      defer { fclose(file) }
      var line = [CChar](repeating: 0, count: 256)
      while fgets(&line, Int32(line.count), file) != nil {
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard text.hasPrefix("voluntary_ctxt_switches:") else { continue }
        total += text.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 0
      }
    }
    return total
  }
}
