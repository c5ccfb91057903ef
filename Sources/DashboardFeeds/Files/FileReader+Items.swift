// Where an item goes: to a Kubernetes decoder, a Swarm decoder, the snapshot reader, or into the count of what is ignored.

import DashboardModel
import StructuredText

extension FileReader {
  mutating func route(_ item: DocumentItem) throws(JSONFault) {
    if let first = item.place.listPath.first, first != "items" { return try readSnapshot(item) }
    if let kind = Self.typedKind(item.header) {
      return try readKubernetes(item, kind: kind, apiVersion: item.header.string("apiVersion"))
    }
    switch try ItemShape.shape(of: item.cursor) {
    case .kubernetes(let kind, let apiVersion):
      try readKubernetes(item, kind: kind, apiVersion: apiVersion)
    case .swarm(let kind): try readSwarm(item, kind)
    case .untyped where item.place.index != nil: hold(item)
    case .credentialSpec:
      reading.looseContents.append(ContentsReader.contents(of: Array(item.json)))
    case .ours(let format): try readOurs(item, format)
    case .untyped, .foreign: try ignore(item)
    }
  }

  /// The kind of a typed list's items: `PodList` holds `Pod`s, which do not say so themselves.
  static func typedKind(_ header: ListHeader) -> String? {
    guard let kind = header.string("kind"), kind.hasSuffix("List"), kind != "List" else { return nil }
    return String(kind.dropLast(4))
  }

  private mutating func readKubernetes(
    _ item: DocumentItem, kind: String, apiVersion: String?
  ) throws(JSONFault) {
    guard let row = KubernetesKinds.row(kind: kind, apiVersion: apiVersion) else {
      return try refuseOrIgnore(item, kind)
    }
    var cursor = item.cursor
    let object = try row.decoder.object(&cursor, &kubernetes)
    keep(object)
  }

  /// Pods and tasks of no concern are not worth a place, however many there are.
  private mutating func keep(_ object: ReadObject) {
    document.saw(object)
    if case .nothing = object.facts, object.key.kind == .pod || object.key.kind == .swarmTask { return }
    reading.objects.append(object)
  }

  private mutating func readSwarm(_ item: DocumentItem, _ kind: ObjectKind) throws(JSONFault) {
    var cursor = item.cursor
    guard let object = try SwarmObjects.object(kind, &cursor, &swarm) else { return }
    document.isSwarm = true
    keep(object)
  }

  /// kubectl's server-side tables and an API's refusals are no data; any other kind is of no concern.
  private mutating func refuseOrIgnore(_ item: DocumentItem, _ kind: String) throws(JSONFault) {
    switch kind {
    case "Table": refuse(.tableOutput(path: reading.source, header: "kind: Table"))
    case "Status": refuse(.refusal(path: reading.source, message: try Self.message(item) ?? "no message"))
    default: reading.ignoredKinds[kind, default: 0] += 1
    }
  }

  private mutating func ignore(_ item: DocumentItem) throws(JSONFault) {
    if item.place.index == nil, let message = try Self.message(item) {
      return refuse(.refusal(path: reading.source, message: message))
    }
    reading.ignoredKinds["objects without a kind", default: 0] += 1
  }

  private static func message(_ item: DocumentItem) throws(JSONFault) -> String? {
    var message: String?
    var cursor = item.cursor
    guard try cursor.kind == .object else { return nil }
    try cursor.members { (key, value) throws(JSONFault) in
      if key == "message", try value.kind == .string { message = try value.string() }
    }
    return message
  }

  /// Keeps a copy, since the reader's buffer moves on.
  private mutating func hold(_ item: DocumentItem) {
    document.untyped.append(DocumentItem(json: Array(item.json)[...], place: item.place))
  }

  /// At the end of a document all of its header is known.
  mutating func end(_ summary: DocumentSummary) {
    defer { document = DocumentState() }
    if summary.header.string("format") == SnapshotFormat.name { return endSnapshot(summary.header) }
    let kind = Self.typedKind(summary.header)
    for item in document.untyped {
      guard kind != nil else {
        reading.ignoredKinds["objects without a kind", default: 0] += 1
        continue
      }
      handle(.item(DocumentItem(json: item.json, place: item.place, header: summary.header)))
    }
    guard summary.isList else { return }
    let row = kind.flatMap { KubernetesKinds.row(kind: $0, apiVersion: summary.header.string("apiVersion")) }
    if let kind, row == nil { reading.ignoredKinds[kind, default: 0] += 1 }
    reading.lists += document.lists(
      typed: row?.kind, in: document.isSwarm ? swarm.cluster : kubernetes.cluster,
      isPartial: summary.header.hasContinueToken
    )
  }
}
