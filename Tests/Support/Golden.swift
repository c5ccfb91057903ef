// Comparison with recorded text: the expected screen is a file that a person can read and review.

import Foundation
package import Testing

/// A folder of golden files. `RECORD_GOLDEN=1` writes what the tests see and fails, so that nothing is recorded by
/// accident; otherwise a test compares and shows the lines that differ.
package struct Golden: Sendable {
  private let folder: URL

  /// The folder `name` beside the test's source file.
  package init(folder name: String = "Golden", beside file: String = #filePath) {
    folder = URL(filePath: file).deletingLastPathComponent().appending(path: name)
  }

  /// Expects the text that the file of that name (`<screen>/<case>.80x24.unicode.txt`) holds.
  package func expect(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      record(text, in: file, sourceLocation)
    } else if let expected = try? String(contentsOf: file, encoding: .utf8) {
      guard expected != text else { return }
      Issue.record(
        "\(name) differs (- expected, + seen):\n\(Self.difference(expected, text))",
        sourceLocation: sourceLocation)
    } else {
      Issue.record(
        "\(file.path()) does not exist; RECORD_GOLDEN=1 writes it. Seen:\n\(text)",
        sourceLocation: sourceLocation)
    }
  }

  /// Files of the folder that no test asks for, given all names that tests ask for.
  package func orphans(asked names: some Sequence<String>) -> [String] {
    let asked = Set(names)
    let prefix = folder.standardizedFileURL.path(percentEncoded: false)
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
    return (files?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { !$0.hasDirectoryPath }
      .map { String($0.standardizedFileURL.path(percentEncoded: false).dropFirst(prefix.count)) }
      .map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
      .filter { !asked.contains($0) }
      .sorted()
  }

  private func record(_ text: String, in file: URL, _ sourceLocation: SourceLocation) {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.path())", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(file.path()): \(error)", sourceLocation: sourceLocation)
    }
  }

  /// Line by line, since screens have rows: equal lines indented, others with - and +.
  package static func difference(_ expected: String, _ seen: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = seen.split(separator: "\n", omittingEmptySubsequences: false)
    var lines: [String] = []
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? old[index] : nil
      let after = index < new.count ? new[index] : nil
      if before == after {
        lines.append("  \(before ?? "")")
      } else {
        if let before { lines.append("- \(before)") }
        if let after { lines.append("+ \(after)") }
      }
    }
    return lines.joined(separator: "\n")
  }
}
