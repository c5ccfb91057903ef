// Files of the repository that tests hold against the program: pages, themes, the README.

package import Foundation
package import Testing

/// The repository's own files.
package enum RepositoryFiles {
  /// The repository's root.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file, by its path below the root.
  package static func url(_ path: String) -> URL { root.appending(path: path) }

  /// The names of a folder's files with an ending, the ending left out.
  package static func names(in folder: String, ending: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
    return (files ?? []).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  /// Expects a file's block between `<!-- NAME:begin -->` and `<!-- NAME:end -->` to hold a text. `RECORD_GOLDEN=1`
  /// writes it and fails.
  package static func expectBlock(
    _ name: String, in file: String, toHold expected: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = root.appending(path: file)
    let (begin, end) = ("<!-- \(name):begin -->\n", "\n<!-- \(name):end -->")
    guard let text = try? String(contentsOf: url, encoding: .utf8), let from = text.range(of: begin),
      let to = text.range(of: end, range: from.upperBound..<text.endIndex)
    else {
      Issue.record("\(file) has no block \(name)", sourceLocation: sourceLocation)
      return
    }
    let block = String(text[from.upperBound..<to.lowerBound])
    if block == expected { return }
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      let new = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: expected)
      try? Data(new.utf8).write(to: url)
      Issue.record("recorded block \(name) of \(file)", sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "block \(name) of \(file) differs:\n\(Golden.difference(expected, block))",
        sourceLocation: sourceLocation)
    }
  }
}
