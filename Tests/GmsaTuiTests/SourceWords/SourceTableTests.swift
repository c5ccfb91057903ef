// The table of kinds of sources: what is parsed, helped with, completed and documented is what it says.

import DashboardFeeds
import DashboardTesting
import Testing

@testable import gmsa_tui

@Suite("The table of sources")
struct SourceTableTests {
  @Test("every kind has its own word, forms that are of it, and a sentence")
  func rows() {
    #expect(Set(SourceTable.all.map(\.word)).count == SourceTable.all.count)
    for kind in SourceTable.all {
      #expect(kind.forms.first == kind.word)
      for form in kind.forms { #expect(SourceTable.kind(of: form)?.kind.word == kind.word) }
      #expect(kind.sentence.hasSuffix("."))
    }
  }

  @Test("what follows the colon is the argument, and a longer word is a file")
  func arguments() throws {
    let kind = try #require(SourceTable.all.first)
    #expect(SourceTable.kind(of: kind.word).map { $0.argument == nil } == true)
    #expect(SourceTable.kind(of: "\(kind.word):a:b")?.argument == "a:b")
    #expect(SourceTable.kind(of: "\(kind.word)x") == nil)
    #expect(SourceTable.kind(of: "./\(kind.word)") == nil)
  }

  @Test(
    "every command that reads sources tells of each kind",
    arguments: ["dashboard", "report", "check", "snapshot"])
  func help(command: String) throws {
    let words = try CommandRun([command, "--help"]).output.split { $0 == " " || $0 == "\n" || $0 == "," }
    for form in SourceTable.all.flatMap(\.forms) { #expect(words.contains { $0.hasPrefix(form) }) }
  }

  @Test("the manual has the table")
  func manual() {
    RepositoryFiles.expectBlock("sources", in: "docs/sources.md", toHold: SourceTable.markdown)
  }

  @Test("a shell is offered kinds and files, folders with their slash")
  func completions() throws {
    let folder = try ScratchFolder()
    try folder.write("", to: "demo-dump.json")
    #expect(SourceCompletion.words([], 0, "de").contains("demo"))
    #expect(SourceCompletion.words([], 0, "\(folder.path)/de") == ["\(folder.path)/demo-dump.json"])
    #expect(SourceCompletion.words([], 0, folder.path).contains("\(folder.path)/"))
  }
}
