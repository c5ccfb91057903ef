// What one item of a file is, told from its members: a Kubernetes object says it, a Swarm object shows it.

import StructuredText

/// The shape of an item that stands under no typed list.
enum ItemShape: Equatable {
  /// It says its kind.
  case kubernetes(kind: String, apiVersion: String?)
  /// An Engine API or `docker … inspect` object.
  case swarm(ObjectKind)
  /// The contents of a credential spec.
  case credentialSpec
  /// A document that names one of our own formats.
  case ours(format: String)
  /// An object with Kubernetes metadata that does not say its kind: its list says it.
  case untyped
  /// None of these.
  case foreign

  /// Stops a scan once enough is known; never leaves this file.
  private static let enough = JSONFault(reason: .endOfInput, offset: -1, path: "")

  /// The shape of the item at the cursor.
  static func shape(of item: JSONCursor) throws(JSONFault) -> ItemShape {
    var cursor = item
    guard try cursor.kind == .object else { return .foreign }
    var scan = Scan()
    do throws(JSONFault) {
      try cursor.members { (key, value) throws(JSONFault) in
        try scan.read(key, &value)
        if scan.isDecided { throw enough }
      }
    } catch {
      guard error == enough else { throw error }
    }
    if let kind = scan.kind { return .kubernetes(kind: kind, apiVersion: scan.apiVersion) }
    if let format = scan.format { return .ours(format: format) }
    if scan.hasID, let kind = try SwarmShape.kind(of: item) { return .swarm(kind) }
    if scan.isCredentialSpec { return .credentialSpec }
    return scan.hasMetadata ? .untyped : .foreign
  }

  /// What was seen so far. kubectl sorts members, so that most scans end after two.
  private struct Scan {
    var kind: String?
    var apiVersion: String?
    var format: String?
    var hasID = false
    var hasMetadata = false
    var isCredentialSpec = false
    var isDecided: Bool { kind != nil && apiVersion != nil || format != nil || hasID }

    mutating func read(_ key: JSONKey, _ value: inout JSONCursor) throws(JSONFault) {
      switch key {
      case "kind": kind = try Self.text(&value)
      case "apiVersion": apiVersion = try Self.text(&value)
      case "format": format = try Self.text(&value)
      case "ID": hasID = true
      case "metadata": hasMetadata = true
      case "CmsPlugins", "DomainJoinConfig", "ActiveDirectoryConfig": isCredentialSpec = true
      default: break
      }
    }

    private static func text(_ value: inout JSONCursor) throws(JSONFault) -> String? {
      try value.kind == .string ? try value.string() : nil
    }
  }
}
