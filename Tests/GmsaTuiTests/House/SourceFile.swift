// The project's own sources as text, so that tests can hold what no compiler checks.

import Foundation

/// A Swift file of the project.
struct SourceFile: Sendable {
  /// Its place below the project's root, such as `Sources/DashboardModel/Picture/Picture.swift`.
  let path: String
  /// What stands in it.
  let text: String

  /// The folder below `Sources` or `Tests`, which is the module.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  /// Its lines, without their ends.
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  /// How many lines it has.
  var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// Lines of code, not of comment, that hold a word. The whole text is looked at first, because that is quick and most
  /// files lack the word.
  func code(with word: String) -> [Substring] {
    guard text.range(of: word, options: .literal) != nil else { return [] }
    return lines.filter { line in
      line.range(of: word, options: .literal) != nil && !line.drop { $0 == " " }.hasPrefix("//")
    }
  }

  /// The modules that the file imports, whatever stands before and after the word.
  var imports: [String] {
    code(with: "import ").compactMap { line in
      var words = line.split(separator: " ")[...]
      while let first = words.first, first != "import" {
        guard first.hasPrefix("@") || Self.accessLevels.contains(first) else { return nil }
        words.removeFirst()
      }
      words.removeFirst()
      if let first = words.first, Self.kindsOfImport.contains(first) { words.removeFirst() }
      return words.first?.split(separator: ".").first.map(String.init)
    }
  }
  private static let accessLevels: Set<Substring> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
  private static let kindsOfImport: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "typealias", "let", "var",
  ]
}

extension SourceFile {
  /// The project's root, four folders above this file.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  /// The files of the program.
  static let sources = all(below: "Sources")
  /// The files of the program, the tests and the benchmarks.
  static let everything = sources + all(below: "Tests") + all(below: "Benchmarks")

  private static func all(below folder: String) -> [SourceFile] {
    let prefix = root.standardizedFileURL.path(percentEncoded: false)
    let files = FileManager.default.enumerator(
      at: root.appending(path: folder), includingPropertiesForKeys: nil)
    return (files?.allObjects ?? [])
      .compactMap { $0 as? URL }
      .filter { $0.pathExtension == "swift" }
      .map { file in
        let path = file.standardizedFileURL.path(percentEncoded: false).dropFirst(prefix.count)
        // An unreadable file is an empty one, which the test of opening sentences names.
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return SourceFile(path: String(path.drop { $0 == "/" }), text: text)
      }
      .sorted { $0.path < $1.path }
  }
}
