// What completion offers where, as a file; `‸` is the cursor.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("Completion of a filter")
struct FilterCompletionTests {
  @Test("offers what is recorded, nearest first")
  func cases() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/completion.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let inputs = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    #expect(inputs.count > 25)
    let seen = try inputs.map(Self.answer).joined(separator: "\n\n")
    Golden(folder: "Cases").expect(seen + "\n", named: "completion.txt")
  }

  private static func answer(_ input: String) throws -> String {
    let face = try #require(Face(rawValue: Int(input.prefix(1)) ?? 0))
    let marked = Array(input.dropFirst(2))
    let cursor = try #require(marked.firstIndex(of: "‸"))
    let text = String(marked.filter { $0 != "‸" })
    let candidates = Picture.sample.completions(
      of: text, cursor: cursor, face: face, named: FilterParserTests.named, limit: 12)
    let lines = candidates.map { candidate in
      let characters = Array(text)
      let line =
        String(characters[..<candidate.range.lowerBound]) + candidate.replacement
        + String(characters[candidate.range.upperBound...])
      return "  \(line)  (\(candidate.meaning))"
    }
    return "> \(input)\n\(lines.isEmpty ? "  nothing" : lines.joined(separator: "\n"))"
  }

  @Test("offers no more than is asked for, and names that the filter then finds")
  func boundedAndTrue() throws {
    let picture = Picture.sample
    #expect(picture.completions(of: "", cursor: 0, face: .serviceByHost, limit: 3).count == 3)
    for key in ["host=", "service=", "credspec=", "cluster="] {
      for candidate in picture.completions(of: key, cursor: key.count, face: .credentialSpecByHost) {
        let filter = try Filter(key + candidate.replacement)
        let matches = picture.matches(filter, face: .credentialSpecByHost, now: .sampleNow)
        #expect(matches.unmatched.isEmpty, "\(filter.text)")
      }
    }
  }
}
