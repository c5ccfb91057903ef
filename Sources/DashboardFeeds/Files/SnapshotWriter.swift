// Writes the lists of a snapshot, one fact a line, so that snapshots can be compared and searched with tools of text.

import DashboardModel
import StructuredText

/// The state of writing one snapshot.
final class SnapshotWriter {
  private let slices: [FeedSlice]
  private let sink: ([UInt8]) throws -> Void
  /// What becomes of each fact's JSON before it is written.
  private let rewrite: ([UInt8]) throws -> [UInt8]
  private var templateNumbers: [SharedTemplate: Int] = [:]
  private var identityNumbers: [[HandedIdentity]: Int] = [:]
  private var templates: [SharedTemplate] = []
  private var identities: [[HandedIdentity]] = []
  private var isAtFirstItem = true

  /// Numbers what replicas share.
  init(
    _ slices: [FeedSlice], to sink: @escaping ([UInt8]) throws -> Void,
    rewriting rewrite: @escaping ([UInt8]) throws -> [UInt8] = { $0 }
  ) {
    self.slices = slices
    self.rewrite = rewrite
    self.sink = sink
    for replica in slices.lazy.flatMap(\.facts.replicas) {
      if let template = replica.template, templateNumbers[template] == nil {
        templateNumbers[template] = templates.count
        templates.append(template)
      }
      if !replica.handed.isEmpty, identityNumbers[replica.handed] == nil {
        identityNumbers[replica.handed] = identities.count
        identities.append(replica.handed)
      }
    }
  }

  /// Writes the document.
  func write(createdAt: Timestamp) throws {
    try put("{\n\"format\": \"\(SnapshotFormat.name)\",\n\"version\": \(SnapshotFormat.version),\n")
    try put("\"createdAt\": \"\(createdAt.text)\",\n")
    try open("feeds")
    for slice in slices { try item(encoded(SnapshotFeed(slice))) }
    try put("],\n\"facts\": {\n")
    try open("templates")
    for template in templates { try item(encoded(template.template)) }
    try put("],\n")
    try open("identities")
    for handed in identities { try item(encoded(handed)) }
    for list in SnapshotFormat.lists {
      try put("],\n")
      try open(list.name)
      for (feed, slice) in slices.enumerated() {
        try list.write(slice.facts) { try entry(feed, encoded($0)) }
      }
    }
    try put("],\n")
    try writeReplicas()
    try put("]\n}\n}\n")
  }

  private func writeReplicas() throws {
    try open("replicas")
    for (feed, slice) in slices.enumerated() {
      for replica in slice.facts.replicas {
        let stored = SnapshotReplica(
          replica, identities: identityNumbers[replica.handed],
          template: replica.template.flatMap { templateNumbers[$0] }
        )
        try entry(feed, encoded(stored))
      }
    }
  }

  private func encoded(_ fact: some Encodable) throws -> [UInt8] { try rewrite(SnapshotCoding.encode(fact)) }

  private func put(_ text: String) throws { try sink(Array(text.utf8)) }

  private func open(_ name: String) throws {
    try put("\"\(name)\": [")
    isAtFirstItem = true
  }

  private func item(_ json: [UInt8]) throws {
    try sink(Array((isAtFirstItem ? "\n" : ",\n").utf8) + json)
    isAtFirstItem = false
  }

  private func entry(_ feed: Int, _ fact: [UInt8]) throws {
    try item(Array("{\"feed\":\(feed),\"fact\":".utf8) + fact + Array("}".utf8))
  }
}
