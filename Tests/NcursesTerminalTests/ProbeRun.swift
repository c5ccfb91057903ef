// Starts the probe in a terminal.

import DashboardTesting
import Glibc
import Testing

/// The probe, ready in a terminal.
enum ProbeRun {
  static let environment = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]

  /// The probe's executable stands beside the tests'.
  static var path: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return own.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/terminal-probe"
  }

  /// Starts the probe and waits until it has drawn.
  static func start(
    columns: Int = 80, rows: Int = 24, term: String? = "xterm-256color", input: String? = nil
  ) throws -> PseudoTerminal {
    var environment = environment
    environment["TERM"] = term
    let terminal = try PseudoTerminal(
      [path], environment: environment, columns: columns, rows: rows, input: input)
    try #require(terminal.wait(for: "wide "), "\(terminal.screen.text)")
    return terminal
  }
}
