// Lint on damaged files: it never traps, never points outside the text, and never shows a PluginInput.

import DashboardFeeds
import DashboardModel
import DashboardReports
import DashboardTesting
import Testing

@Suite("Lint on damaged files")
struct LintPropertyTests {
  private static let files = LintCase.all.compactMap { example in
    example.bytes.map { (name: example.name, bytes: $0) }
  }.filter { $0.bytes.count < 8192 }

  @Test("whatever is damaged, remarks lie inside the text", arguments: 0..<200)
  func survives(seed: Int) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let file = Self.files[Int.random(in: 0..<Self.files.count, using: &random)]
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...6, using: &random) { Self.damage(&bytes, using: &random) }
      var run = LintRun()
      run.lint(bytes, named: "damaged")
      for linted in run.finish().remarks { LintPlace.expectInside(linted, bytes: bytes) }
    }
  }

  @Test("a PluginInput is shown nowhere, however its file is damaged", arguments: 0..<200)
  func keepsSecrets(seed: Int) {
    var random = SeededRandom(seed: seed)
    let secrets = Self.files.filter { file in
      String(decoding: file.bytes, as: UTF8.self).contains("TopSecretName")
    }
    for _ in 0..<20 {
      let file = secrets[Int.random(in: 0..<secrets.count, using: &random)]
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 0...2, using: &random) { Self.damage(&bytes, using: &random) }
      var run = LintRun()
      run.lint(bytes, named: "damaged")
      let result = run.finish()
      var output = ""
      LintReport.writeText(result, to: &output)
      LintReport.writeJSON(result, to: &output)
      #expect(!output.contains("TopSecret"), "\(file.name)")
    }
  }

  private static func damage(_ bytes: inout [UInt8], using random: inout SeededRandom) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let signs = Array("{}[]\",:\\'\n\t -x0\u{0}é".utf8)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.insert(signs[Int.random(in: 0..<signs.count, using: &random)], at: place)
    case 1: if place < bytes.count { bytes.remove(at: place) }
    case 2: if place < bytes.count { bytes[place] = signs[Int.random(in: 0..<signs.count, using: &random)] }
    default: if Int.random(in: 0..<4, using: &random) == 0 { bytes = Array(bytes.prefix(place)) }
    }
  }
}
