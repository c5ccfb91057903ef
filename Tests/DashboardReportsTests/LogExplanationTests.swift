// `gmsa-tui explain -`: lines of a log that are known are told with their number, each meaning once.

import DashboardReports
import Testing

@Suite("Explained logs")
struct LogExplanationTests {
  @Test("known lines are told in their order, the same meaning once, and the others not at all")
  func lines() {
    let text = LogExplanation(
      of: """
        09:41 Started container web
        09:42 hcs::CreateComputeSystem a: winapi error #3489660941: unknown
        running
        09:43 hcs::CreateComputeSystem b: winapi error #3489660941: unknown
        09:44 cred spec ledger does not exist
        """
    ).text
    #expect(text.hasPrefix("line 2: 09:42 hcs::CreateComputeSystem a"))
    #expect(text.contains("line 5: 09:44 cred spec ledger does not exist"))
    for number in [1, 3, 4] { #expect(!text.contains("line \(number):")) }
  }

  @Test("a single word is a question where it is all there is")
  func word() { #expect(LogExplanation(of: "stale\n").text.contains("state stale")) }

  @Test(
    "nothing is said of a log without a known line", arguments: ["", "\n\n", "all is well\nand so is this"])
  func unknown(log: String) { #expect(LogExplanation(of: log).text == "") }

  @Test("escapes in a log do not reach the terminal")
  func escapes() {
    let text = LogExplanation(of: "\u{1B}[31mcred spec \u{202E}x does not exist\nline two").text
    #expect(!text.isEmpty)
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }
}
