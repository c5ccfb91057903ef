// What lines mean as filters, or where they are wrong: a file of cases.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("A filter")
struct FilterParserTests {
  static let named = [
    "mine": "ns=shop -ledger", "deep": "@mine state=stale", "loop": "a | @circle", "circle": "@loop",
    "wrong": "a sate=x",
  ]

  /// Lines that begin with `> ` are inputs; what follows each is recorded.
  @Test("is read as recorded, and where it is wrong the characters are marked")
  func cases() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/parser.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let inputs = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    #expect(inputs.count > 70)
    let seen = inputs.map(Self.reading).joined(separator: "\n\n")
    Golden(folder: "Cases").expect(seen + "\n", named: "parser.txt")
  }

  private static func reading(_ line: String) -> String {
    do {
      return "> \(line)\n  \(tree(try Filter(line, named: named).expression))"
    } catch {
      let caret =
        String(repeating: " ", count: error.range.lowerBound)
        + String(repeating: "^", count: max(1, error.range.count))
      return "> \(line)\n  \(caret) \(words(error.reason))"
    }
  }

  private static func tree(_ expression: FilterExpression) -> String {
    switch expression {
    case .everything: "everything"
    case .term(let term): words(term)
    case .not(let inner): "(not \(tree(inner)))"
    case .all(let parts): "(and \(parts.map(tree).joined(separator: " ")))"
    case .any(let parts): "(or \(parts.map(tree).joined(separator: " ")))"
    }
  }

  private static func words(_ term: FilterTerm) -> String {
    switch term {
    case .name(let pattern): "<\(pattern.text)>"
    case .namespace(let values): "[ns \(words(values))]"
    case .cluster(let values): "[cluster \(words(values))]"
    case .subject(let axis, let values): "[\(axis.word) \(words(values))]"
    case .label(let key, let values): "[label \(key) \(words(values))]"
    case .delivery(let set): "[delivery \(set.map(\.rawValue).sorted().joined(separator: " "))]"
    case .state(let states): "[state \(states.sorted().map(\.word).joined(separator: ", "))]"
    case .severity(let comparison, let severity): "[severity \(comparison.rawValue) \(severity.rawValue)]"
    case .age(let comparison, let length): "[age \(comparison.rawValue) \(length.components.seconds)s]"
    case .ageUnknown: "[age unknown]"
    }
  }

  private static func words(_ values: [NamePattern]) -> String {
    values.map { "<\($0.text)>" }.joined(separator: " ")
  }

  /// The facts without the lists of what would have been right.
  private static func words(_ reason: FilterFault.Reason) -> String {
    switch reason {
    case .unknownValue(let key, let word, let known): "unknownValue \(key) \(word), \(known.count) known"
    case .unknownName(let word, let known): "unknownName \(word), known: \(known.joined(separator: " "))"
    case .insideName(let name, let inner): "insideName \(name): \(words(inner))"
    default: "\(reason)"
    }
  }

  @Test("of any text is read or refused with characters of that text", arguments: 0..<200)
  func anyText(seed: Int) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      "a", " ", "|", "(", ")", "!", "-", "/", "\"", "\\", "state=", "missing", ",", "label:", "age>", "5m",
      "@mine", "[", "{2}", "*", "ü", "e\u{301}", "=", "<", "severity>=", "\u{202E}", "\n",
    ]
    for _ in 0..<12 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      do {
        let filter = try Filter(text, named: Self.named)
        #expect(filter.isEmpty == text.allSatisfy(\.isWhitespace))
      } catch {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count, "\(text)")
      }
      for cursor in 0...text.count {
        let picture = Picture.sample
        for candidate in picture.completions(of: text, cursor: cursor, face: .serviceByHost, limit: 5) {
          #expect(candidate.range.lowerBound >= 0 && candidate.range.upperBound <= text.count, "\(text)")
        }
      }
    }
  }
}
