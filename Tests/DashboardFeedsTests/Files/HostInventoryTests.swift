// Folders of hosts: what lies on them, and what an inventory adds.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("host inventories")
struct HostInventoryTests {
  private let spec =
    #"{"CmsPlugins":["ActiveDirectory"],"DomainJoinConfig":{"MachineAccountName":"webapp01","DnsName":"corp.example"}}"#

  private func read(_ folder: TemporaryFolder) -> FeedSlice {
    FileFeed([FileSource(.path(folder.path))], follows: false).readOnce().slice
  }

  @Test("each folder is a host, each file a copy, and a host without files has none")
  func folders() throws {
    let folder = try TemporaryFolder()
    try folder.write(spec, to: "win-01/webapp01.json")
    try folder.write(
      [0xFF, 0xFE] + spec.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
      to: "win-01/utf16.json")
    try folder.write("no JSON", to: "win-01/broken.json")
    try folder.write("notes", to: "win-02/readme.txt")
    let listings = read(folder).facts.listings
    #expect(listings.map(\.hostName) == ["win-01", "win-02"])
    #expect(listings.map(\.isComplete) == [true, true])
    #expect(listings.allSatisfy { $0.delivery == .hostFile && $0.cluster == nil && $0.listedAt != nil })
    let copies = try #require(listings.first).copies
    #expect(copies.map(\.name) == ["broken.json", "utf16.json", "webapp01.json"])
    #expect(copies.map { $0.contents?.isJSON } == [false, true, true])
    #expect(copies[1].contents == copies[2].contents)
    #expect(copies[2].contents?.account == "webapp01")
    #expect(listings[1].copies.isEmpty)
  }

  @Test("the documentation's inventory is read as it says")
  func documented() throws {
    let page = try String(
      contentsOf: RepositoryFiles.url("docs/formats/host-inventory.md"), encoding: .utf8)
    let example = try #require(
      page.split(separator: "```json\n").dropFirst().first?.split(separator: "\n```").first)
    let folder = try TemporaryFolder()
    try folder.write(spec, to: "x/webapp01.json")
    try folder.write(String(example), to: "x/inventory.json")
    let slice = read(folder)
    #expect(slice.unreadable.isEmpty)
    let listings = slice.facts.listings
    #expect(listings.map(\.delivery) == [.hostFile, .hostRegistry])
    #expect(listings.allSatisfy { $0.hostName == "WIN-01" && $0.cluster == "production" })
    #expect(listings.allSatisfy { $0.windowsBuild == "10.0.20348.3328" && $0.joinedDomain == "corp.example" })
    #expect(listings[0].listedAt == Timestamp("2026-11-24T09:41:07Z"))
    #expect(listings[1].copies.map(\.name) == ["unread", "webapp01"])
    #expect(listings[1].copies.map { $0.contents?.account } == [nil, "webapp01"])
    try SchemaCheck(format: "host-inventory").expectValid(Data(example.utf8))
  }

  @Test("an inventory that can not be read makes the listing incomplete and is named")
  func damagedInventory() throws {
    for text in [
      "{", #"{"format":"other","version":1}"#, #"{"format":"gmsa-tui-host-inventory","version":2}"#,
    ] {
      let folder = try TemporaryFolder()
      try folder.write(spec, to: "win-01/webapp01.json")
      try folder.write(text, to: "win-01/inventory.json")
      let slice = read(folder)
      #expect(slice.facts.listings.map(\.isComplete) == [false])
      #expect(slice.unreadable.count == 1)
      #expect(slice.unreadable.first?.source.hasSuffix("inventory.json") == true)
    }
  }
}
