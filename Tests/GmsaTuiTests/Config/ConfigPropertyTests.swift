// Whatever lies where the config should be, the program says what is wrong with it and goes on or stops in order.

import DashboardTesting
import Foundation
import Testing

@testable import gmsa_tui

@Suite("Damaged configs")
struct ConfigPropertyTests {
  @Test("garbage is a config or a list of mistakes with their places", arguments: 0..<200)
  func garbage(seed: Int) {
    var random = SeededRandom(seed: seed)
    expectOutcome(GarbageText.make(upTo: 400, using: &random))
  }

  @Test("a good config with bytes changed is a config or a list of mistakes", arguments: 0..<200)
  func damaged(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let url = RepositoryFiles.url("Tests/GmsaTuiTests/Config/Cases/whole.yaml")
    var bytes = Array(try Data(contentsOf: url))
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
      default: bytes[place] = Array("[]{}:&*!|>'\"%@`-#?, \n\t~<=".utf8).randomElement(using: &random) ?? 0
      }
    }
    expectOutcome(String(decoding: bytes, as: UTF8.self))
  }

  private func expectOutcome(_ text: String) {
    do throws(ConfigError) {
      _ = ConfigPages.show(try .made(of: text))
    } catch {
      #expect(!error.lines.isEmpty)
      for line in error.lines {
        let isPlaced = line.hasPrefix("/etc/x/config.yaml:") && !line.contains("\u{1B}")
        #expect(isPlaced, "\(line.debugDescription)")
      }
    }
  }
}
