// `metadata` of a Kubernetes object, reduced to what facts need; managedFields are skipped unread, annotations until asked for.

import DashboardModel
import StructuredText

/// The metadata of one object. Source: kubernetes meta/v1 ObjectMeta.
struct KubernetesMetadata {
  var name = ""
  var namespace = ""
  /// Empty where the decoder has no use for it; see `identity`.
  var uid = ""
  /// A hash of the uid.
  var identity: UInt64 = 0
  var resourceVersion = ""
  /// Where `creationTimestamp` stands: most pods tell a better time, so that it is read on demand.
  private var creation: JSONCursor?
  /// Where the annotations stand; read on demand, too.
  private var annotations: JSONCursor?
  /// Where the labels stand; `labels` holds them where all objects of the kind are asked for them.
  private var unreadLabels: JSONCursor?
  var isBeingDeleted = false
  /// The owner with `controller: true`.
  var owner: OwnerReference?
  var labels: [String: String] = [:]

  /// When the object was made; nil where the text is no time.
  var createdAt: Timestamp? {
    guard var cursor = creation else { return nil }
    return (try? Timestamp(reading: &cursor)) ?? nil
  }

  /// The annotations of alpha gMSA; see `PodTemplateMetadata`. Nil where there are none.
  func alphaAnnotations() throws(JSONFault) -> [String]? {
    guard var cursor = annotations else { return nil }
    return try PodTemplateMetadata.alphaAnnotations(&cursor)
  }

  /// The labels, read now.
  func labelsOnDemand(_ context: inout ReadingContext) throws(JSONFault) -> [String: String] {
    guard var cursor = unreadLabels else { return [:] }
    return try Self.labels(&cursor, &context)
  }

  /// Reads `metadata`; labels and the uid's text only where they are wanted.
  init(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext, withLabels: Bool = false,
    withUID: Bool = true
  ) throws(JSONFault) {
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "name": name = try value.optionalString() ?? ""
      case "namespace": namespace = try value.optionalString(in: &context.strings) ?? ""
      case "uid":
        var text = value
        identity = StableHash.words(of: try value.raw())
        if withUID { uid = try text.optionalString() ?? "" }
      case "resourceVersion": resourceVersion = try value.optionalString() ?? ""
      case "creationTimestamp": creation = value
      case "annotations": annotations = value
      case "deletionTimestamp": isBeingDeleted = try !value.null()
      case "ownerReferences": owner = try Self.controller(&value, &context)
      case "labels":
        unreadLabels = value
        if withLabels { labels = try Self.labels(&value, &context) }
      default: break
      }
    }
    guard !name.isEmpty else { throw cursor.fault(.missing(member: "metadata.name")) }
  }

  /// An object's metadata before any was read.
  init() {}

  /// A map of strings such as labels, interned.
  static func labels(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> [String: String] {
    let pairs = try cursor.stringMembers(in: &context.strings)
    return Dictionary(pairs.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }

  private static func controller(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) -> OwnerReference? {
    var found: OwnerReference?
    try cursor.elements { (_, element) throws(JSONFault) in
      var owner = OwnerReference(kind: "", name: "")
      var isController = false
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "kind": owner.kind = try value.string(in: &context.strings)
        case "name": owner.name = try value.string(in: &context.strings)
        case "controller": isController = try value.optionalBool() ?? false
        default: break
        }
      }
      if isController { found = owner }
    }
    return found
  }
}

extension KubernetesMetadata {
  /// The object as its decoder read it.
  func object(_ kind: ObjectKind, _ context: ReadingContext, _ facts: ObjectFacts) -> ReadObject {
    ReadObject(
      key: ObjectKey(cluster: context.cluster, kind: kind, namespace: namespace, name: name),
      revision: UInt64(resourceVersion), identity: identity, facts: facts
    )
  }
}
