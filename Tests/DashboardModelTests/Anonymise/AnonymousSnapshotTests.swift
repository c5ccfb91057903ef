// A snapshot without names: the same cells and findings, and nothing of the original text.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("An anonymous snapshot")
struct AnonymousSnapshotTests {
  /// Everything that is compared: recorded clusters, stories, the demo.
  static let sources: [String] =
    Recorded.scenarios.map { "recorded/\($0)" } + Story.all.map { "story/\($0.name)" } + ["demo", "swarm"]

  static func slices(_ source: String) -> [FeedSlice] {
    if source == "demo" {
      let cluster = SimulatedCluster(options: DemoOptions(seed: 1, speed: 0), start: .sampleNow)
      return [FeedSlice(feed: "demo", status: .live, observedAt: cluster.now, facts: cluster.facts)]
    }
    if source == "swarm" { return [Recorded.swarm()] }
    let name = String(source.drop { $0 != "/" }.dropFirst())
    if source.hasPrefix("story") { return Story.all.first { $0.name == name }?.slices ?? [] }
    return [Recorded.slice(scenario: name)]
  }

  private static func saved(_ slices: [FeedSlice], anonymous: Bool) throws -> Data {
    var data = Data()
    let write = anonymous ? SnapshotDocument.writeAnonymous : SnapshotDocument.write
    try write(slices, .sampleNow) { data += $0 }
    return data
  }

  private static func picture(_ data: Data) throws -> Picture {
    let file = FileManager.default.temporaryDirectory.appending(path: "gmsa-tui-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try data.write(to: file)
    let (slices, unreadable) = try SnapshotDocument.slices(inFile: file.path())
    #expect(unreadable.map(\.words) == [])
    return Picture(of: Snapshot(merging: slices))
  }

  /// What a picture shows, but for names.
  private static func shape(_ picture: Picture) -> [String] {
    let cells = Face.allCases.flatMap { face -> [String] in
      let matrix = picture.matrix(face)
      return (0..<matrix.rows).map { row in
        let states = CellState.allCases.map { "\(matrix.rowCounts[row][$0])" }.joined(separator: " ")
        return "face \(face.rawValue): \(states)"
      }
    }
    let causes = picture.causes.map { cause in
      let all = (cause.equals + cause.consequences).map { "\($0.card.id) \($0.severity)" }
      return "\(cause.lead.card.id) \(cause.severity): \(all.sorted().joined(separator: ", "))"
    }
    return cells.sorted() + causes.sorted() + ["\(picture.figures)"]
  }

  @Test("has the cells, figures and findings of the original", arguments: sources)
  func same(source: String) throws {
    let slices = Self.slices(source)
    let original = Self.shape(try Self.picture(Self.saved(slices, anonymous: false)))
    let anonymous = Self.shape(try Self.picture(Self.saved(slices, anonymous: true)))
    let gone = original.filter { !anonymous.contains($0) }
    #expect(
      original.count == anonymous.count && gone == [], "new: \(anonymous.filter { !original.contains($0) })")
  }

  @Test("holds no name of the original, in any case, also in base64", arguments: sources)
  func nothingLeft(source: String) throws {
    let slices = Self.slices(source)
    let text = String(decoding: try Self.saved(slices, anonymous: true), as: UTF8.self).lowercased()
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    for name in Self.names(in: slices) {
      #expect(!Self.isLeft(name, in: text), "\(name) is left")
      let encoded = Data(name.utf8).base64EncodedString().lowercased().replacing("=", with: "")
      if encoded.count > 8 { #expect(!text.contains(encoded), "\(name) is left in base64") }
    }
    #expect(words.isDisjoint(with: Self.tellingWords(of: slices)))
  }

  /// Whether a name stands in a text by itself.
  private static func isLeft(_ name: String, in text: String) -> Bool {
    let text = text as NSString
    var from = 0
    while from < text.length {
      let found = text.range(
        of: name, options: .literal, range: NSRange(location: from, length: text.length - from))
      if found.location == NSNotFound { return false }
      let around = [found.location - 1, found.location + found.length].map { place in
        place >= 0 && place < text.length
          ? CharacterSet.alphanumerics.contains(UnicodeScalar(text.character(at: place)) ?? " ") : false
      }
      if around == [false, false] { return true }
      from = found.location + 1
    }
    return false
  }

  /// What every cluster has and rules ask for, what the webhook is called, and single words that servers print too: a
  /// service that is called `agent` leaves that word in no name, and in texts it names nobody.
  private static let common: Set<String> = [
    "default", "kube-system", "kube-public", "kube-node-lease", "cluster-admin", "kubernetes", "swarm",
    "gmsa-webhook", "windows-gmsa", "batch", "agent", "load", "pinned", "sandbox", "what", "anywhere", "gmsa",
    "close", "logs",
  ]

  /// Every name of everybody, in lower case.
  private static func names(in slices: [FeedSlice]) -> Set<String> {
    var names: Set<String> = []
    for facts in slices.map(\.facts) {
      names.formUnion(
        facts.hosts.flatMap { [$0.id.name, $0.id.cluster.text, $0.nodeID ?? "", $0.address ?? ""] })
      names.formUnion(facts.services.flatMap { [$0.id.name, $0.id.namespace, $0.template.image ?? ""] })
      names.formUnion(facts.replicas.flatMap { [$0.name, $0.owner?.name ?? "", $0.hostName ?? ""] })
      names.formUnion(facts.credentialSpecs.map(\.id.name))
      names.formUnion(facts.listings.flatMap { [$0.hostName] + $0.copies.map(\.name) })
      names.formUnion(facts.serviceAccounts.flatMap { [$0.name, $0.namespace] })
      names.formUnion(facts.namespaces.map(\.name))
      names.formUnion(facts.roles.map(\.name) + facts.roleBindings.map(\.name))
      let contents =
        facts.credentialSpecs.compactMap(\.contents)
        + facts.listings.flatMap(\.copies).compactMap(\.contents)
      for contents in contents {
        names.formUnion(
          [contents.account, contents.domain, contents.domainSID, contents.domainGUID].compactMap(\.self))
      }
    }
    return Set(names.map { $0.lowercased() }.filter { $0.count > 3 && Int($0) == nil }).subtracting(common)
  }

  /// Words that stand in names of hosts and accounts, and in nothing that a server prints.
  private static func tellingWords(of slices: [FeedSlice]) -> Set<String> {
    let contents = slices.flatMap(\.facts.credentialSpecs).compactMap(\.contents)
    let texts = contents.compactMap(\.account) + contents.compactMap(\.domain)
    let words = texts.flatMap { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }
    return Set(words.filter { $0.count > 3 && !["gmsa", "local", "example"].contains($0) })
  }
}
