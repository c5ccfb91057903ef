// What keeps the house in order and no compiler checks: arrows, names, sizes, opening sentences.

import Foundation
import Testing

@Suite("The house")
struct HouseTests {
  private let sources = SourceFile.sources
  private let everything = SourceFile.everything

  @Test("this suite finds the sources")
  func findsSources() {
    #expect(sources.count > 100)
    #expect(everything.contains { $0.path == "Tests/GmsaTuiTests/House/HouseTests.swift" })
  }

  @Test("a module imports only what its arrows allow")
  func arrows() {
    for file in sources {
      guard let allowed = ModuleArrows.allowed[file.module] else {
        Issue.record("\(file.path): \(file.module) has no row in ModuleArrows")
        continue
      }
      for name in file.imports where !allowed.contains(name) && !ModuleArrows.platform.contains(name) {
        Issue.record("\(file.path) imports \(name)")
      }
    }
  }

  @Test("a library is imported in one folder", arguments: ModuleArrows.onlyFolder.keys.sorted())
  func oneFolder(library: String) throws {
    let folder = try #require(ModuleArrows.onlyFolder[library])
    let importers = sources.filter { $0.imports.contains(library) }
    #expect(!importers.isEmpty, "nothing imports \(library): take it out of Package.swift")
    for file in importers where !file.path.hasPrefix(folder + "/") {
      Issue.record("\(file.path) imports \(library), which belongs in \(folder)")
    }
  }

  @Test("the imports of a file are read whatever stands around the word")
  func importsAreRead() {
    let file = SourceFile(
      path: "Sources/M/F.swift",
      text: """
        import A
        @testable import B
        package import C
        import struct D.E
        // import F
        @_spi(Testing) internal import G
        let text = "import H"

        """)
    #expect(file.imports == ["A", "B", "C", "D", "G"])
    #expect(file.module == "M")
  }

  @Test(
    "no file and no type is named for being useful",
    arguments: ["Util", "Utilitie", "Helper", "Manager", "Common", "Core", "Misc"])
  func names(word: String) {
    for file in everything {
      let parts = file.path.split { $0 == "/" || $0 == "." || $0 == "+" }
      #expect(!parts.contains { $0.hasSuffix(word) || $0.hasSuffix(word + "s") }, "\(file.path)")
      for line in file.code(with: word) {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        for (kind, name) in zip(words, words.dropFirst()) where Self.kindsOfType.contains(kind) {
          #expect(!name.hasSuffix(word) && !name.hasSuffix(word + "s"), "\(file.path): \(line)")
        }
      }
    }
  }
  private static let kindsOfType: Set<Substring> = ["struct", "class", "enum", "protocol", "actor"]

  @Test("a file opens with a sentence that says what lives in it")
  func openingSentence() {
    for file in everything {
      let first = file.text.prefix { $0 != "\n" }
      #expect(first.hasPrefix("// ") && first.count > 15, "\(file.path) opens with: \(first)")
    }
  }

  @Test("a file is short enough to be read")
  func fileLength() {
    for file in everything where file.lineCount > 500 {
      #expect(Self.longFiles[file.path] != nil, "\(file.path) has \(file.lineCount) lines")
    }
    for path in Self.longFiles.keys {
      #expect(everything.contains { $0.path == path && $0.lineCount > 500 }, "\(path) is short now")
    }
  }
  /// Files over 500 lines, with the reason: tables.
  private static let longFiles: [String: String] = [:]

  @Test("half of the files have at most 150 lines, nine in ten at most 300")
  func usualLength() {
    let lengths = sources.map(\.lineCount).sorted()
    #expect(lengths[lengths.count / 2] <= 150)
    #expect(lengths[lengths.count * 9 / 10] <= 300)
  }

  @Test("promises that the compiler takes on trust stand in a list with their reasons")
  func trustedPromises() {
    var seen: [String: Int] = [:]
    for file in sources {
      let count = Self.words.reduce(0) { $0 + file.code(with: $1).count }
      if count > 0 { seen[file.path] = count }
    }
    let listed = Self.promises.mapValues(\.count)
    #expect(seen == listed, "a promise was made or kept no longer: mend the list and say why")
  }
  private static let words = [
    "@unchecked Sendable", "nonisolated(unsafe)", "assumeIsolated", "@preconcurrency",
  ]
  /// How many promises a file makes, and why each holds.
  private static let promises: [String: (count: Int, reason: String)] = [:]

  @Test("public symbols are the model's alone")
  func publicSymbols() {
    for file in sources where file.module != "DashboardModel" {
      let lines = file.code(with: "public ").filter { !$0.hasSuffix("\"") && !$0.contains("import ") }
      #expect(lines.isEmpty, "\(file.path)")
    }
  }

  @Test("the themes that are compiled in are those at the root")
  func themesLink() throws {
    let link = SourceFile.root.appending(path: "Sources/DashboardScreens/themes")
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: link.path(percentEncoded: false))
    #expect(target == "../../themes")
    let themes = try FileManager.default.contentsOfDirectory(
      atPath: SourceFile.root.appending(path: "themes").path(percentEncoded: false))
    #expect(themes.contains("default.yaml"))
    #expect(themes.allSatisfy { $0.hasSuffix(".yaml") })
  }

  @Test(
    "what a person starts is executable and says so in its first line",
    arguments: ["scripts/demo", "scripts/test", "scripts/install-needs", ".ci/run"])
  func scripts(path: String) throws {
    let file = SourceFile.root.appending(path: path)
    #expect(FileManager.default.isExecutableFile(atPath: file.path(percentEncoded: false)))
    #expect(try String(contentsOf: file, encoding: .utf8).hasPrefix("#!/"))
  }
}
