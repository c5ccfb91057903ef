// Our own file format of facts: its name, its version and the table of its lists. Described by
// docs/formats/snapshot.schema.json.

import DashboardModel
import StructuredText

/// The format of snapshot files.
package enum SnapshotFormat {
  /// The value of `format`.
  package static let name = "gmsa-tui-snapshot"
  /// The value of `version` that is written, and the greatest that is read.
  package static let version = 1

  /// Where lists stand in a snapshot.
  static let itemPaths: [[String]] =
    [["feeds"], templates, identities, replicas] + lists.map { ["facts", $0.name] }
  /// Templates and identities are written once and named by number, since replicas by the thousand share them.
  static let templates = ["facts", "templates"]
  static let identities = ["facts", "identities"]
  static let replicas = ["facts", "replicas"]

  /// The lists that are written fact by fact.
  static let lists: [SnapshotList] = [
    SnapshotList("hosts", \.hosts), SnapshotList("services", \.services),
    SnapshotList("ownerLinks", \.ownerLinks), SnapshotList("credentialSpecs", \.credentialSpecs),
    SnapshotList("listings", \.listings), SnapshotList("roles", \.roles),
    SnapshotList("roleBindings", \.roleBindings), SnapshotList("serviceAccounts", \.serviceAccounts),
    SnapshotList("namespaces", \.namespaces), SnapshotList("webhooks", \.webhooks),
    SnapshotList("endpoints", \.endpoints), SnapshotList("events", \.events),
    SnapshotList("coverage", \.coverage),
  ]
}

/// A list of a snapshot: how its facts are written and read.
struct SnapshotList: Sendable {
  let name: String
  let write: @Sendable (Facts, _ each: (any Encodable) throws -> Void) throws -> Void
  let read: @Sendable (ArraySlice<UInt8>, inout [FeedSlice]) throws -> Void

  init<Fact: Codable & Sendable>(_ name: String, _ path: any WritableKeyPath<Facts, [Fact]> & Sendable) {
    self.name = name
    write = { facts, each in
      for fact in facts[keyPath: path] { try each(fact) }
    }
    read = { json, slices in
      let entry = try SnapshotCoding.decode(SnapshotEntry<Fact>.self, from: json)
      let index = try entry.index(in: slices)
      slices[index].facts[keyPath: path].append(entry.fact)
    }
  }
}

/// One fact and the feed that says it.
struct SnapshotEntry<Fact: Codable>: Codable {
  /// The feed's place in `feeds`.
  var feed: Int
  var fact: Fact

  /// The feed's place, where there is such a feed.
  func index(in slices: [FeedSlice]) throws -> Int {
    guard slices.indices.contains(feed) else {
      throw SnapshotReference(member: "feed", number: feed, count: slices.count)
    }
    return feed
  }
}

/// A number in a snapshot that names nothing.
struct SnapshotReference: Error {
  var member: String
  var number: Int
  var count: Int
}
