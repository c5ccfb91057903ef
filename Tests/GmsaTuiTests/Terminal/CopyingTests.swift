// Copying at a real terminal: the bytes that it gets, and the file where it has no clipboard.

import DashboardTesting
import Foundation
import Glibc
import Testing

@Suite("Copying at a terminal")
struct CopyingTests {
  /// What a terminal was told to hold: the payloads of OSC 52 in what it received.
  private func clipboards(_ run: PseudoTerminal) -> [String] {
    let received = String(decoding: run.received, as: UTF8.self)
    return received.components(separatedBy: "\u{1B}]52;c;").dropFirst().compactMap { rest in
      let payload = rest.prefix { $0 != "\u{7}" }
      return Data(base64Encoded: String(payload)).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test("y sends the name under the cursor, Y the report of its cell, and neither claims more than that")
  func copies() throws {
    let run = try ProgramRun.standingDemo(columns: 120)
    run.type("y")
    #expect(run.wait(for: "sent to the terminal's clipboard"))
    let name = try #require(clipboards(run).last)
    #expect(name.hasPrefix("gmsa-"))
    #expect(run.screen.text.contains(name))
    run.type("Y")
    #expect(run.wait(for: "the report of this cell"))
    let report = try #require(clipboards(run).last)
    #expect(report.contains("Why") && report.contains(name))
    run.type("q")
    #expect(run.waitForExit() == 0)
    #expect(run.leftovers.isEmpty)
  }

  @Test("within tmux it is sent for tmux and for the terminal behind it")
  func throughTmux() throws {
    let run = try ProgramRun.start(
      ["demo", "--speed", "0"], columns: 120, environment: ["TMUX": "/tmp/tmux-0/default,1,0"])
    #expect(run.wait(for: "credspec x host"))
    run.type("y")
    #expect(run.wait(for: "sent to the terminal's clipboard"))
    #expect(String(decoding: run.received, as: UTF8.self).contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"))
    #expect(Set(clipboards(run)).count == 1)
    run.type("q")
    #expect(run.waitForExit() == 0)
    #expect(run.leftovers.isEmpty)
  }

  @Test("a console's copy is in one file of the operator's own, whose name is shown")
  func copiesToAFile() throws {
    let folder = try ScratchFolder()
    let run = try ProgramRun.start(
      ["demo", "--speed", "0"], columns: 200,
      environment: ["TERM": "linux", "XDG_RUNTIME_DIR": folder.path])
    #expect(run.wait(for: "credspec x host"))
    let file = "\(folder.path)/gmsa-tui-copy.txt"
    for keys in ["Y", "y"] {
      run.type(keys)
      #expect(run.wait(for: keys == "y" ? "copy.txt: gmsa-" : "copy.txt: the report"))
    }
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.hasPrefix("gmsa-") && !text.contains("Why"))
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 1)
    #expect(clipboards(run).isEmpty)
    run.type("q")
    #expect(run.waitForExit() == 0)
  }

  @Test("a link that waits under the file's name is not followed, and the operator is told")
  func followsNoLink() throws {
    let folder = try ScratchFolder()
    try folder.write("precious", to: "other.txt")
    #expect(symlink("\(folder.path)/other.txt", "\(folder.path)/gmsa-tui-copy.txt") == 0)
    let run = try ProgramRun.start(
      ["demo", "--speed", "0"], columns: 200,
      environment: ["TERM": "linux", "XDG_RUNTIME_DIR": folder.path])
    #expect(run.wait(for: "credspec x host"))
    run.type("y")
    #expect(run.wait(for: "nothing was copied"))
    #expect(try String(contentsOfFile: "\(folder.path)/other.txt", encoding: .utf8) == "precious")
    run.type("q")
    #expect(run.waitForExit() == 0)
  }
}
