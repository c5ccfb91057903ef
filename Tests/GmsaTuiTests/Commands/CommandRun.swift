// The program as a script calls it: no terminal, standard input and output as pipes.

import Foundation

struct CommandRun {
  let output: String
  let messages: String
  let status: Int32

  /// Neither a config nor a cluster of whoever runs the tests.
  private static let nobodys = [
    "XDG_CONFIG_HOME": "/nonexistent", "GMSA_TUI_CONFIG": "", "KUBECONFIG": "/nonexistent/kubeconfig",
    "KUBERNETES_SERVICE_HOST": "",
  ]

  /// Runs the program to its end. `input` is what is piped into it; nil: nothing. The environment is the test's own, but
  /// for what is given, and without a config of whoever runs the tests.
  init(_ words: [String], input: String? = nil, environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: ProgramRun.path)
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment
      .merging(Self.nobodys) { _, new in new }
      .merging(environment) { _, new in new }
    let (out, err, into) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = into
    try process.run()
    if let input { into.fileHandleForWriting.write(Data(input.utf8)) }
    try into.fileHandleForWriting.close()
    output = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    messages = String(decoding: err.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
