// The linter's remarks among the facts: where they come from, and that a snapshot keeps them.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("Remarks on contents")
struct ContentsRemarkTests {
  private static let bad = #"{"CmsPlugins":[],\#n "DomainJoinConfig":{"Sid":"S-1-5-21-1-2-3-500"}}"#

  private func copies(_ files: [String: [UInt8]]) throws -> [HostCopy] {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    let slice = FileFeed([FileSource(.path(folder.path))], id: "hosts", follows: false).readOnce().slice
    return slice.facts.listings.sorted { $0.hostName < $1.hostName }.flatMap(\.copies)
  }

  @Test("a copy on a host has the remarks of its own text, with line and column")
  func placed() throws {
    let copy = try #require(try copies(["win-1/a.json": Array(Self.bad.utf8)]).first)
    let sid = try #require(copy.contents?.remarks.first { $0.problem == .sidOfAccount })
    #expect(sid.line == 2 && sid.column == 28)
    #expect(sid.suggestion == "S-1-5-21-1-2-3")
  }

  @Test("contents that are equal as JSON keep the remarks of each text")
  func perText() throws {
    let marked = [0xEF, 0xBB, 0xBF] + Array(Self.bad.utf8)
    let both = try copies(["win-1/a.json": Array(Self.bad.utf8), "win-2/a.json": marked])
    #expect(both.count == 2)
    #expect(both[0].contents == both[1].contents)
    #expect(both.map { $0.contents?.remarks.contains { $0.problem == .byteOrderMark } } == [false, true])
  }

  @Test("a snapshot keeps remarks, and one from before remarks has none")
  func roundTrip() throws {
    let manifest =
      #"{"kind":"GMSACredentialSpec","apiVersion":"windows.k8s.io/v1","metadata":{"name":"a"},"#
      + #""credspec":\#(Self.bad)}"#
    let slice = FileFacts.slice(of: [FileFacts.Text(name: "a.json", bytes: Array(manifest.utf8))]).slice
    let remarks = try #require(slice.facts.credentialSpecs.first?.contents?.remarks)
    #expect(remarks.contains { $0.problem == .noActiveDirectory && $0.line == nil })
    var saved: [UInt8] = []
    let collector = Collector()
    try SnapshotDocument.write([slice], createdAt: Timestamp(milliseconds: 0)) { collector.all += $0 }
    saved = collector.all
    #expect(Self.loaded(saved)?.remarks == remarks)
    let older = String(decoding: saved, as: UTF8.self).replacing(#""remarks""#, with: #""comments""#)
    #expect(Self.loaded(Array(older.utf8))?.remarks == [])
  }

  private final class Collector { var all: [UInt8] = [] }

  private static func loaded(_ bytes: [UInt8]) -> CredentialSpecContents? {
    FileFacts.slice(of: [FileFacts.Text(name: "s.json", bytes: bytes)]).slice.facts.credentialSpecs.first?
      .contents
  }
}
