// Garbage at the keyboard: seeded bytes of every kind, and what is left of the program afterwards. Under a sanitizer
// (`swift build --sanitize=address`) its findings end the program, and are printed.

import DashboardTesting
import Glibc

/// Types garbage.
struct FuzzBenchmark {
  let program: ProgramUnderTest
  let seeds: Int
  /// Bytes of all seeds together.
  let bytes: Int

  /// Prints a line where a seed finds something; true where none does.
  func run() throws -> Bool {
    var good = true
    for seed in 1...max(1, seeds) {
      if let finding = try finding(seed: seed) {
        good = false
        print("seed \(seed): \(finding)")
      }
    }
    print("\(bytes) bytes of garbage with \(seeds) seeds: \(good ? "no finding" : "FINDINGS")")
    return good
  }

  private func finding(seed: Int) throws -> String? {
    let terminal = try program.start(columns: 100, rows: 30)
    var random = SeededRandom(seed: seed)
    var left = bytes / max(1, seeds)
    while left > 0 {
      let garbage = Garbage.piece(using: &random)
      terminal.type(bytes: garbage)
      left -= garbage.count
      _ = terminal.press("", quiet: .milliseconds(1), patience: .milliseconds(5))
      if Int.random(in: 0..<200, using: &random) == 0 {
        terminal.resize(
          columns: Int.random(in: 1...200, using: &random), rows: Int.random(in: 1...60, using: &random))
      }
      terminal.forget()
      if let status = terminal.waitForExit(seconds: 0.001) { return ended(status, terminal) }
    }
    return try ending(terminal)
  }

  /// After the garbage the program takes keys, draws the matrix, and leaves well.
  private func ending(_ terminal: PseudoTerminal) throws -> String? {
    // The end of a paste, of a string and of a typed line.
    terminal.type("\u{1B}[201~\u{1B}\\")
    _ = terminal.press("", quiet: .milliseconds(200), patience: .seconds(2))
    for _ in 0..<40 { _ = terminal.press("\u{1B}", quiet: .milliseconds(40), patience: .milliseconds(80)) }
    terminal.resize(columns: 120, rows: 36)
    guard terminal.wait(seconds: 60, until: { $0.text.contains(program.ready) || $0.text.contains(" x ") })
    else { return "the matrix does not come back:\n\(terminal.screen.text)" }
    terminal.type("Q")
    guard let status = terminal.waitForExit(seconds: 60) else { return "Q does not end it" }
    if status != 0 { return ended(status, terminal) }
    return terminal.leftovers.isEmpty
      ? nil : "it leaves behind: \(terminal.leftovers.joined(separator: ", "))"
  }

  private func ended(_ status: Int32, _ terminal: PseudoTerminal) -> String {
    "it ended with \(status):\n\(terminal.screen.text)"
  }
}

/// Bytes that terminals send, and bytes that they do not. No byte of it acts as a key that ends or stops the program:
/// `q`, `Q`, Ctrl-C, Ctrl-Z, Ctrl-\.
enum Garbage {
  private static let forbidden: Set<UInt8> = [0x03, 0x1A, 0x1C, UInt8(ascii: "q"), UInt8(ascii: "Q")]
  private static let pieces: [String] = [
    "\u{1B}OA", "\u{1B}OB", "\u{1B}OC", "\u{1B}OD", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}OH", "\u{1B}OF", "\r",
    "\t",
    "\u{1B}[Z", "\u{7F}", "\u{1B}", "n", "N", "1", "2", "3", "x", "a", "A", "=", "-", "+", "{", "}", "s", "S",
    " ",
    "/", "&", ":", "?", "f", "o", "O", "!", "y", "Y", "p", "r", "\\", "\u{1B}[<64;10;10M", "\u{1B}[<0;5;5M",
    "\u{1B}[<0;99999;99999M", "\u{1B}[M !!", "\u{1B}]52;c;AAAA\u{7}", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}[?62;22c",
    "\u{1B}[1;5A", "\u{1B}[999999999999999999999u", "state=", "severity>=", "@", "label:", "/(a|b)*/", "日本語",
    "e\u{301}\u{301}\u{301}", "👩‍👩‍👧", "\u{202E}", "\u{1B}[200~", "\u{1B}[201~",
  ]

  /// A run of bytes: mostly something that a keyboard can send, else noise.
  static func piece(using random: inout SeededRandom) -> [UInt8] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0...6: return Array((pieces.randomElement(using: &random) ?? "n").utf8)
    case 7:
      let text = String(repeating: "x", count: Int.random(in: 0...40, using: &random))
      return Array("\u{1B}[200~\(text)\r\u{1B}[201~".utf8)
    default:
      return (0..<Int.random(in: 1...24, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random)
      }
      .filter { !forbidden.contains($0) }
    }
  }
}
