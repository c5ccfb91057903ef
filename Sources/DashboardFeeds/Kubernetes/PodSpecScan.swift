// A pod's spec, scanned for the bytes that decide its template and identities. Pods of one template have the same ones,
// so that thousands of pods cost one decoding.

import DashboardModel
import StructuredText

/// What all pods with the same bytes say.
final class PodShape: Sendable {
  /// Nil where the spec has nothing to do with credential specs.
  let template: SharedTemplate?
  let handed: [HandedIdentity]

  init(template: SharedTemplate?, handed: [HandedIdentity]) {
    self.template = template
    self.handed = handed
  }
}

/// The scan of one pod's spec. What decides anything but the node is appended to the context's `podBytes`.
struct PodSpecScan {
  var nodeName: String?
  private var spec: JSONCursor?
  private var hostname: ArraySlice<UInt8> = []

  init() {}

  /// Scans a spec.
  init(_ cursor: inout JSONCursor, _ context: inout ReadingContext) throws(JSONFault) {
    spec = cursor
    try cursor.members { (key, value) throws(JSONFault) in
      switch key {
      case "nodeName": nodeName = try value.optionalString(in: &context.strings)
      case "hostname": hostname = try value.raw()
      case "securityContext": try Self.append(1, &value, &context)
      case "nodeSelector": try Self.append(2, &value, &context)
      case "affinity": try Self.append(3, &value, &context)
      case "tolerations": try Self.append(4, &value, &context)
      case "os": try Self.append(5, &value, &context)
      case "runtimeClassName": try Self.append(0, &value, &context)
      case "serviceAccountName", "serviceAccount": try Self.append(6, &value, &context)
      case "containers": try Self.appendContainers(7, &value, &context)
      case "initContainers": try Self.appendContainers(8, &value, &context)
      case "volumes": try Self.appendHostPaths(&value, &context)
      default: break
      }
    }
  }

  /// No byte of well-formed JSON is below 9: the mark tells members apart.
  private static func append(
    _ mark: UInt8, _ value: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    context.podBytes.append(mark)
    context.podBytes.append(contentsOf: try value.raw())
  }

  /// Mounts are left out: those of tokens have another name in each pod.
  private static func appendContainers(
    _ mark: UInt8, _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    context.podBytes.append(mark)
    try cursor.elements { (index, element) throws(JSONFault) in
      context.podBytes.append(0)
      try element.members { (key, value) throws(JSONFault) in
        switch key {
        case "name": try append(1, &value, &context)
        case "image": if index == 0 { try append(2, &value, &context) }
        case "securityContext": try append(3, &value, &context)
        default: break
        }
      }
    }
  }

  private static func appendHostPaths(
    _ cursor: inout JSONCursor, _ context: inout ReadingContext
  ) throws(JSONFault) {
    try cursor.elements { (_, volume) throws(JSONFault) in
      try volume.members { (key, value) throws(JSONFault) in
        if key == "hostPath" { try append(0, &value, &context) }
      }
    }
  }

  /// What the spec says for pods of an owner of this kind; decoded where these bytes are seen for the first time.
  func shape(owner: OwnerReference?, _ context: inout ReadingContext) throws(JSONFault) -> PodShape {
    guard let spec else { return PodShape(template: nil, handed: []) }
    // A StatefulSet's controller gives each pod a hostname of its own.
    if owner?.kind != "StatefulSet" {
      context.podBytes.append(0)
      context.podBytes.append(contentsOf: hostname)
    }
    context.podBytes.append(0)
    context.podBytes.append(contentsOf: (owner?.kind ?? "").utf8)
    // A pod without an owner keeps the node that its own spec names.
    if owner == nil { context.podBytes.append(contentsOf: (nodeName ?? "").utf8) }
    let bytes = context.podBytes
    // Taken out meanwhile, since decoding needs the rest of the context.
    var shapes = RawMemo<PodShape>(capacity: 0)
    swap(&shapes, &context.podShapes)
    defer { swap(&shapes, &context.podShapes) }
    return try shapes.value(of: bytes[...]) { (_) throws(JSONFault) in
      var cursor = spec
      let facts = try PodSpecFacts(&cursor, &context)
      guard facts.concernsCredentialSpecs else { return PodShape(template: nil, handed: []) }
      return PodShape(
        template: context.shared(facts.ownersTemplate(in: context.cluster, owner: owner)),
        handed: context.shared(facts.handed(in: context.cluster))
      )
    }
  }
}
