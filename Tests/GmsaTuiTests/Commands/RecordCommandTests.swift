// record, replay, diff and snapshot --anonymise as an operator calls them: the real program, killed and gone on with.

import DashboardFeeds
import DashboardModel
import Foundation
import Testing

@Suite("Records on the command line")
struct RecordCommandTests {
  private static func file(_ name: String) -> String {
    FileManager.default.temporaryDirectory.appending(path: "gmsa-tui-\(UUID().uuidString)-\(name)").path()
  }

  /// Waits until a file has so many bytes; the recorder says nothing when it has written.
  private static func waitForBytes(_ count: Int, in path: String) async throws {
    for _ in 0..<1200 {
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      if (attributes?[.size] as? Int ?? 0) >= count { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("\(path) did not grow to \(count) bytes")
  }

  @Test("a recorder that is killed leaves a record that opens, is replayed, and is gone on with")
  func killed() async throws {
    let path = Self.file("a.record")
    defer { try? FileManager.default.removeItem(atPath: path) }
    for _ in 0..<3 {
      let process = Process()
      process.executableURL = URL(filePath: ProgramRun.path)
      process.arguments = ["record", "demo", path]
      process.standardError = FileHandle.nullDevice
      let before = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
      try process.run()
      try await Self.waitForBytes(before + 500, in: path)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let record = try Record.reading(path)
      let span = try #require(try await record.span())
      #expect(try await record.view(at: span.upperBound).slices.first?.facts.hosts.isEmpty == false)
    }
    let replayed = try CommandRun(["replay", "--linear", path], input: "time\nquit\n")
    #expect(replayed.status == 0)
    #expect(replayed.output.contains("REPLAY"))
    #expect(replayed.output.contains("Screen time."))
  }

  @Test("replay says what is wrong with a file that is no record, and ends with 2")
  func foreign() throws {
    let path = Self.file("b.json")
    try "{}".write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let run = try CommandRun(["replay", path])
    #expect(run.status == 2)
    #expect(run.messages.contains("is no record"))
    #expect(try CommandRun(["record", "demo", path]).status == 2)
  }

  @Test("diff ends with 0 where nothing differs, 1 where something does, 2 where a side is not there")
  func diff() throws {
    let (a, b) = (Self.file("a.json"), Self.file("b.json"))
    defer { for path in [a, b] { try? FileManager.default.removeItem(atPath: path) } }
    let snapshot = try CommandRun(["snapshot", "demo"])
    try snapshot.output.write(toFile: a, atomically: true, encoding: .utf8)
    let anonymous = try CommandRun(["snapshot", "--anonymise", a])
    #expect(anonymous.status == 0 && !anonymous.output.contains("harbour"))
    try anonymous.output.write(toFile: b, atomically: true, encoding: .utf8)
    #expect(try CommandRun(["diff", a, a]).status == 0)
    #expect(try CommandRun(["diff", a, b]).status == 1)
    #expect(try CommandRun(["diff", a, a + ".none"]).status == 2)
    #expect(try CommandRun(["diff", "-", "-"]).status == 2)
  }
}
