// The program under test, as an operator starts it: a real process at a real terminal.

import DashboardTesting
import Foundation
import Testing

enum ProgramRun {
  /// The program that this test run has built.
  static var path: String {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: own).deletingLastPathComponent().appending(path: "gmsa-tui").path()
  }

  /// Starts the program at a terminal.
  static func start(
    _ words: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    input: String? = nil
  ) throws -> PseudoTerminal {
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp"]
    variables.merge(environment) { _, new in new }
    return try PseudoTerminal(
      [path] + words, environment: variables, columns: columns, rows: rows, input: input)
  }

  /// The demo standing still, already painted.
  static func standingDemo(columns: Int = 80, rows: Int = 24) throws -> PseudoTerminal {
    let run = try start(["demo", "--speed", "0"], columns: columns, rows: rows)
    #expect(run.wait(for: "credspec x host"))
    return run
  }
}

/// A folder of a test's own, gone with it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gmsa-tui-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders that its name leads through.
  func write(_ text: String, to name: String) throws {
    let file = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
