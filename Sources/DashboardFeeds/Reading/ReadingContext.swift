// What decoders share while one cluster's lists are read: names, templates and contents that repeat are kept once.

import DashboardModel
import StructuredText

/// The shared memory of decoders. Replicas by the thousand differ in a name and a node; everything else they say is
/// held once, here, and shared.
struct ReadingContext: Sendable {
  /// The cluster that objects are of.
  var cluster: ClusterName
  /// Names that repeat.
  var strings = StringPool()
  /// Replicas that name no credential spec and mount none: counted, not kept.
  var skippedReplicas = 0

  /// Swarm config names by ID, as services and tasks froze them.
  var configNames: [String: String] = [:]

  /// What pods of one template say, by the bytes that say it.
  var podShapes = RawMemo<PodShape>(capacity: 2048)
  /// Room for those bytes, used again for every pod.
  var podBytes: [UInt8] = []
  /// Room for the JSON of a pod that arrived as protobuf, used again for every one.
  var podJSON = ProtobufJSON()
  var nodeSelectors = RawMemo<[String: String]>()
  var affinities = RawMemo<[NodeSelectorTerm]?>()
  var tolerations = RawMemo<[Toleration]>()
  private var contentsByText = RawMemo<CredentialSpecContents>(capacity: 4096)
  private var templates: Set<SharedTemplate> = []
  private var handed: Set<[HandedIdentity]> = []
  private static let capacity = 65_536

  init(cluster: ClusterName) { self.cluster = cluster }

  /// The contents of a credential spec that stands as a JSON string, from its raw bytes with quotes and escapes.
  mutating func contents(inString cursor: inout JSONCursor) throws(JSONFault) -> CredentialSpecContents? {
    if try cursor.null() { return nil }
    guard try cursor.kind == .string else {
      throw cursor.fault(.wrongType(expected: .string, found: try cursor.kind))
    }
    return try contentsByText.value(of: try cursor.raw()) { (raw) throws(JSONFault) in
      var inner = JSONCursor(raw)
      return ContentsReader.contents(of: try inner.string(), use: .kubernetes)
    }
  }

  /// The contents of a credential spec that stands as a JSON value.
  mutating func contents(inValue cursor: inout JSONCursor) throws(JSONFault) -> CredentialSpecContents {
    contentsByText.value(of: try cursor.raw()) { ContentsReader.contents(ofValue: Array($0)) }
  }

  /// The one template that equals `template`.
  mutating func shared(_ template: WorkloadTemplate) -> SharedTemplate {
    let candidate = SharedTemplate(template)
    guard templates.count < Self.capacity else { return candidate }
    return templates.insert(candidate).memberAfterInsert
  }

  /// The one array that equals `identities`.
  mutating func shared(_ identities: [HandedIdentity]) -> [HandedIdentity] {
    guard !identities.isEmpty, handed.count < Self.capacity else { return identities }
    return handed.insert(identities).memberAfterInsert
  }
}
