// The table of keys holds together what is read, shown, written, checked by editors and printed in the manual.

import DashboardTesting
import Foundation
import StructuredText
import Testing

@testable import gmsa_tui

@Suite("The table of config keys")
struct ConfigTableTests {
  @Test("the default config says every key and changes nothing")
  func defaults() throws {
    let contents = try ConfigReader.read(ConfigPages.defaults())
    #expect(contents.config == Config())
    #expect(Set(contents.places.keys) == Set(ConfigTable.all.map(\.name)))
    Golden().expect(ConfigPages.defaults(), named: "default.yaml")
  }

  @Test("the example of every key is taken, and changes something", arguments: ConfigTable.all.map(\.name))
  func examples(name: String) throws {
    let row = try #require(ConfigTable.row(name))
    let contents = try ConfigReader.read(row.example.joined(separator: "\n"))
    #expect(contents.config != Config())
    #expect(Array(contents.places.keys) == [name])
  }

  @Test("what is shown of a config reads back as the same config")
  func showsWhatReads() throws {
    let settings = try Settings.made(of: Self.whole)
    let again = try Settings.made(of: ConfigPages.show(settings))
    #expect(ConfigPages.show(again).withoutComments == ConfigPages.show(settings).withoutComments)
    #expect(again.config.mutes.map(\.mute) == settings.config.mutes.map(\.mute))
  }

  @Test("the published schema is the table's")
  func schemaIsPublished() {
    Golden(folder: "../../../docs/formats").expect(ConfigSchema.text(), named: "config.schema.json")
  }

  @Test("the schema takes the defaults and every case that is taken, and no misspelt or mistyped one")
  func schemaAgrees() throws {
    let schema = try SchemaCheck(format: "config")
    try schema.expectValid(json(ConfigPages.defaults()))
    try schema.expectValid(json(Self.whole))
    for name in ["misspelt-keys", "wrong-types", "wrong-mutes"] {
      #expect(try !schema.problems(in: json(Self.text(name))).isEmpty, "\(name)")
    }
  }

  @Test("the manual has the table")
  func manual() {
    RepositoryFiles.expectBlock("keys", in: "docs/config.md", toHold: ConfigPages.table())
    RepositoryFiles.expectBlock("mutes", in: "docs/config.md", toHold: ConfigPages.muteTable())
  }

  private static var whole: String { (try? text("whole")) ?? "" }

  private static func text(_ name: String) throws -> String {
    try String(
      contentsOf: RepositoryFiles.url("Tests/GmsaTuiTests/Config/Cases/\(name).yaml"), encoding: .utf8)
  }

  private func json(_ yaml: String) throws -> Data {
    let node = try #require(try DocumentNode.parse(yaml))
    return try JSONSerialization.data(withJSONObject: node.json)
  }
}

extension String {
  /// The lines up to their comments; shown values hold no `#` behind a space.
  fileprivate var withoutComments: [String] {
    split(separator: "\n").map { line in
      String(line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line)
    }
  }
}

extension DocumentNode {
  /// As Foundation's JSON takes it.
  fileprivate var json: Any {
    if let members { return Dictionary(members.map { ($0.name, $0.value.json) }) { _, last in last } }
    if let elements { return elements.map(\.json) }
    if let bool { return bool }
    if let int { return int }
    return string.map { $0 as Any } ?? NSNull()
  }
}
