// The comparison that golden screens rely on must itself notice differences and orphans.

import DashboardTesting
import Foundation
import Testing

@Suite struct GoldenTests {
  @Test("a difference shows the rows that changed beside those that did not")
  func difference() {
    #expect(Golden.difference("a\nb\nc", "a\nx\nc\nd") == "  a\n- b\n+ x\n  c\n+ d")
  }

  @Test("a golden file that no test asks for is an orphan")
  func orphans() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "golden-\(UUID().uuidString)")
    let screens = folder.appending(path: "Golden/matrix")
    try FileManager.default.createDirectory(at: screens, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["asked.txt", "forgotten.txt"] {
      try Data("x\n".utf8).write(to: screens.appending(path: name))
    }
    let golden = Golden(beside: folder.appending(path: "Test.swift").path())
    #expect(golden.orphans(asked: ["matrix/asked.txt"]) == ["matrix/forgotten.txt"])
    golden.expect("x\n", named: "matrix/asked.txt")
    withKnownIssue { golden.expect("y\n", named: "matrix/asked.txt") }
    withKnownIssue { golden.expect("x\n", named: "matrix/missing.txt") }
  }
}
