// Reads a snapshot item by item while its document streams by.

import DashboardModel
import StructuredText

/// Collects the slices of a snapshot.
struct SnapshotReader {
  private(set) var slices: [FeedSlice] = []
  private var templates: [SharedTemplate] = []
  private var identities: [[HandedIdentity]] = []

  /// Reads one item of the list at `path`.
  mutating func read(_ json: ArraySlice<UInt8>, at path: [String]) throws {
    switch path {
    case ["feeds"]: slices.append(try SnapshotCoding.decode(SnapshotFeed.self, from: json).slice)
    case SnapshotFormat.templates:
      templates.append(SharedTemplate(try SnapshotCoding.decode(WorkloadTemplate.self, from: json)))
    case SnapshotFormat.identities:
      identities.append(try SnapshotCoding.decode([HandedIdentity].self, from: json))
    case SnapshotFormat.replicas:
      let entry = try SnapshotCoding.decode(SnapshotEntry<SnapshotReplica>.self, from: json)
      let index = try entry.index(in: slices)
      slices[index].facts.replicas.append(try replica(entry.fact))
    default:
      guard let list = SnapshotFormat.lists.first(where: { $0.name == path.last }) else { return }
      try list.read(json, &slices)
    }
  }

  private func replica(_ stored: SnapshotReplica) throws -> Replica {
    let handed = try stored.identities.map { try Self.element($0, of: identities, "identities") }
    let template = try stored.template.map { try Self.element($0, of: templates, "template") }
    return stored.replica(handed: handed ?? [], template: template)
  }

  private static func element<Element>(
    _ number: Int, of all: [Element], _ member: String
  ) throws -> Element {
    guard all.indices.contains(number) else {
      throw SnapshotReference(member: member, number: number, count: all.count)
    }
    return all[number]
  }
}

extension FileReader {
  /// Reads an item of a snapshot, once its header has shown a version that this program knows.
  mutating func readSnapshot(_ item: DocumentItem) throws(JSONFault) {
    guard item.header.string("format") == SnapshotFormat.name else {
      // A foreign document with a list of that name: of no concern.
      reading.ignoredKinds["objects without a kind", default: 0] += 1
      return
    }
    guard isKnownVersion(item.header) else { return }
    do {
      try snapshot.read(item.json, at: item.place.listPath)
    } catch {
      let (path, reason) = SnapshotCoding.problem(error)
      throw JSONFault(
        reason: .unacceptable(found: String(decoding: item.json.prefix(40), as: UTF8.self), expected: reason),
        offset: 0, path: path
      )
    }
  }

  /// A later version may mean something else by the same words: nothing of it is read, rather than half of it.
  private mutating func isKnownVersion(_ header: ListHeader) -> Bool {
    let version = header.json("version").flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? 0
    guard version > SnapshotFormat.version || version < 1 else { return true }
    refuse(
      .newerFormat(
        path: reading.source, format: SnapshotFormat.name, version: version, known: SnapshotFormat.version
      )
    )
    return false
  }

  /// At the end of a snapshot: one without any feed has shown no item, and its version is looked at here.
  mutating func endSnapshot(_ header: ListHeader) {
    _ = isKnownVersion(header)
  }

  /// An item that names one of our formats by itself: an inventory outside its HOST folder, or an empty snapshot.
  mutating func readOurs(_ item: DocumentItem, _ format: String) throws(JSONFault) {
    reading.ignoredKinds[format, default: 0] += 1
  }
}
