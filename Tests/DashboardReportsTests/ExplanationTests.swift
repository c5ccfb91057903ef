// `gmsa-tui explain`, a case a file: the first line is what was typed, the rest is the answer.

import DashboardModel
import DashboardReports
import DashboardTesting
import Foundation
import Testing

@Suite("Explanations")
struct ExplanationTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Explained")
  private static let prompt = "$ gmsa-tui explain "

  /// Every case: its file's name and the words. `\\u{1B}` in a file stands for the scalar, so that no file holds one.
  static let cases: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? [])
    .sorted()

  private static func typed(in name: String) -> String {
    let text = (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
    let first = text.prefix { $0 != "\n" }
    return String(first.hasPrefix(prompt) ? first.dropFirst(prompt.count) : first)
  }

  private static func answer(to words: String, isASCII: Bool = false) -> String {
    do throws(Explanation.UnknownWord) {
      return try Explanation(of: words, isASCII: isASCII).text
    } catch {
      return "unknown: \(error.asked); near: \(error.nearest.joined(separator: ", "))\n"
    }
  }

  private static func plain(_ typed: String) -> String {
    typed.replacingOccurrences(of: "\\u{1B}", with: "\u{1B}")
      .replacingOccurrences(of: "\\u{202E}", with: "\u{202E}")
  }

  @Test("the answer is the file's", arguments: cases)
  func answer(name: String) {
    let typed = Self.typed(in: name)
    Golden(folder: "Explained").expect(
      "\(Self.prompt)\(typed)\n" + Self.answer(to: Self.plain(typed)), named: name)
  }

  @Test("there are cases")
  func hasCases() { #expect(Self.cases.count > 15) }

  @Test("every rule is explained by its id and by its name", arguments: RuleCatalogue.all.map { $0.card })
  func rules(_ card: RuleCard) throws {
    #expect(Self.answer(to: card.name).hasSuffix(Self.answer(to: card.id)))
    #expect(Self.answer(to: card.id).hasPrefix("\(card.id) \(card.name) "))
  }

  @Test("every state is explained on every face that shows it", arguments: CellState.allCases)
  func states(_ state: CellState) {
    let text = Self.answer(to: state.word)
    for face in Face.allCases {
      #expect((state.meaning(in: face) != nil) == (face.states.contains(state) || state == .blank))
      #expect(text.contains(face.title) == (state.meaning(in: face) != nil))
    }
  }

  @Test("a line has 80 columns at most, and no scalar that a terminal would obey", arguments: cases)
  func fits(name: String) {
    for isASCII in [false, true] {
      let text = Self.answer(to: Self.plain(Self.typed(in: name)), isASCII: isASCII)
      for line in text.split(separator: "\n") where !line.hasPrefix("unknown:") { #expect(line.count <= 80) }
      let unsafe = text.unicodeScalars.contains { $0 != "\n" && ($0.value < 0x20 || $0.value == 0x202E) }
      #expect(!unsafe)
      let foreign = text.unicodeScalars.contains { !$0.isASCII }
      #expect(!(isASCII && foreign))
    }
  }
}
