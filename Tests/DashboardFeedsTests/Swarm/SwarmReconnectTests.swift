// A swarm that comes and goes a thousand times over real sockets leaves nothing behind.

import DashboardModel
import DashboardTesting
import Foundation
import Testing
import Transport

@testable import DashboardFeeds

@Suite(
  "A thousand reconnects", .serialized,
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/env"), "needs python3"))
struct SwarmReconnectTests {
  /// An engine that answers with the recorded lists and breaks its event stream off as soon as it has begun.
  private final class BreakingEngine {
    private let process = Process()
    private let input = Pipe()
    let port: Int

    init() throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      let output = Pipe()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [
        "python3", folder.appending(path: "Swarm/Engine/breaking_engine.py").path(percentEncoded: false),
        folder.appending(path: "Recorded/swarm").path(percentEncoded: false),
      ]
      process.standardInput = input
      process.standardOutput = output
      try process.run()
      var line = Data()
      while let byte = try output.fileHandleForReading.read(upToCount: 1), byte != Data([10]) { line += byte }
      port = Int(String(decoding: line, as: UTF8.self)) ?? -1
    }

    deinit {
      // Another test's process may hold the pipe open: its end alone would not end the engine.
      try? input.fileHandleForWriting.close()
      process.terminate()
    }
  }

  private static var descriptors: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
  }

  private static var kibibytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    return status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }.flatMap {
      Int($0.filter(\.isNumber))
    }
      ?? 0
  }

  @Test("they leave descriptors and memory where they were, and the facts stay")
  func thousand() async throws {
    let engine = try BreakingEngine()
    let environment = Environment(["DOCKER_HOST": "tcp://127.0.0.1:\(engine.port)"])
    // No pause between tries: a thousand fit into a test.
    let clock = FeedClock(
      wall: FeedClock.machine.wall, steady: FeedClock.machine.steady, sleep: { _ in await Task.yield() })
    let feed = SwarmFeed(
      id: "swarm", connecting: DockerConnecting(.environment, environment), clock: clock)
    var slices = feed.slices().makeAsyncIterator()
    func reconnect(to requests: Int) async {
      while let slice = await slices.next(), (slice.connection?.requests ?? 0) < requests {}
    }
    // At least three requests a connection: version, state, events.
    await reconnect(to: 900)
    let before = (Self.descriptors, Self.kibibytes)
    await reconnect(to: 900 + 7000)
    let after = (Self.descriptors, Self.kibibytes)
    #expect(after.0 <= before.0 + 4, "descriptors: \(before.0), then \(after.0)")
    #expect(after.1 - before.1 < 16 << 10, "KiB: \(before.1), then \(after.1)")
    #expect(await slices.next()?.facts.services.isEmpty == false)
  }
}
