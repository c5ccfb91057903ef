// The program as the terminal benchmarks start it: a fleet that stands still, at a terminal of a size.

import DashboardTesting
import Glibc

/// A program, the words to start it with, and what is on its screen once it is painted.
struct ProgramUnderTest {
  let words: [String]
  let ready: String

  /// gmsa-tui on the fleet to think in, which stands still.
  static func dashboard(_ path: String, hosts: Int = 5_000, services: Int = 1_000, credspecs: Int = 500)
    -> ProgramUnderTest
  {
    let replicas = hosts * 30
    return ProgramUnderTest(
      words: [
        path, "demo", "--speed", "0", "--hosts", "\(hosts)", "--services", "\(services)", "--credspecs",
        "\(credspecs)", "--replicas", "\(replicas)",
      ], ready: "credspec x host")
  }

  /// Starts it and waits until it is painted.
  func start(columns: Int, rows: Int) throws -> PseudoTerminal {
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/nonexistent",
    ]
    for name in ["ASAN_OPTIONS", "LSAN_OPTIONS"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    let terminal = try PseudoTerminal(words, environment: variables, columns: columns, rows: rows)
    guard terminal.wait(seconds: 300, until: { $0.text.contains(ready) }) else {
      throw TerminalBenchmarkFault.neverReady(words.joined(separator: " "), terminal.screen.text)
    }
    _ = terminal.press("", quiet: .milliseconds(300), patience: .seconds(1))
    return terminal
  }
}

/// Why a terminal benchmark has no figure.
enum TerminalBenchmarkFault: Error, CustomStringConvertible {
  case neverReady(String, String)
  case ended(Int32)

  var description: String {
    switch self {
    case .neverReady(let words, let screen): "\(words) was never ready; its screen:\n\(screen)"
    case .ended(let status): "the program ended with \(status)"
    }
  }
}
