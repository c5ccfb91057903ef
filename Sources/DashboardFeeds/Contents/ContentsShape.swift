// The members of a credential spec: their names, their kinds, and which of them Windows cannot do without.

import StructuredText

/// A member that credential specs have. Source: VD CredentialSpec.psm1; domain.md 1.1.
struct ContentsKey: Sendable {
  enum Need: Sendable {
    /// Without it Windows cannot use the contents.
    case required
    /// The official module always writes it.
    case expected
    case optional
  }

  let name: String
  let kind: JSONKind
  let need: Need
}

/// The objects of a credential spec.
enum ContentsShape {
  static let root = [
    ContentsKey(name: "CmsPlugins", kind: .array, need: .required),
    ContentsKey(name: "DomainJoinConfig", kind: .object, need: .required),
    ContentsKey(name: "ActiveDirectoryConfig", kind: .object, need: .required),
  ]
  static let domain = [
    ContentsKey(name: "Sid", kind: .string, need: .expected),
    ContentsKey(name: "MachineAccountName", kind: .string, need: .required),
    ContentsKey(name: "Guid", kind: .string, need: .expected),
    ContentsKey(name: "DnsTreeName", kind: .string, need: .expected),
    ContentsKey(name: "DnsName", kind: .string, need: .expected),
    ContentsKey(name: "NetBiosName", kind: .string, need: .expected),
  ]
  static let directory = [
    ContentsKey(name: "GroupManagedServiceAccounts", kind: .array, need: .required),
    ContentsKey(name: "HostAccountConfig", kind: .object, need: .optional),
  ]
  static let account = [
    ContentsKey(name: "Name", kind: .string, need: .required),
    ContentsKey(name: "Scope", kind: .string, need: .required),
  ]
  /// Its absences are GMSA515's; kinds of the two others are looked at there and in GMSA519.
  static let hostAccount = [
    ContentsKey(name: "PortableCcgVersion", kind: .string, need: .optional),
    ContentsKey(name: "PluginGUID", kind: .string, need: .optional),
    ContentsKey(name: "PluginInput", kind: .string, need: .optional),
  ]

  /// Whether an object looks like a credential spec: a member of its first level, however it is spelt.
  static func isLike(_ node: PlacedNode) -> Bool {
    guard let members = node.members else { return false }
    return members.contains { member in nearestKey(to: member.name, among: root.map(\.name)) != nil }
  }

  /// Whether a text that may be no JSON names a member of a credential spec.
  static func isNamed(in bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.prefix(ContentsReader.maximumBytes), as: UTF8.self)
    return ["DomainJoinConfig", "CmsPlugins", "GroupManagedServiceAccounts"].contains { text.contains($0) }
  }
}
