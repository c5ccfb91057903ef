// Swarm's filters that decide by a node's own words. Source: swarmkit manager/scheduler/filter.go and
// manager/constraint/constraint.go (domain.md 2.3).

extension SchedulingTerms {
  func swarmRefusals(of host: Host) -> [Refusal] {
    // Without a node ID the host is no Swarm node; Kubernetes states were looked at before.
    if constraints.isEmpty && platforms.isEmpty && host.nodeID == nil { return [] }
    var refusals: [Refusal] = []
    for text in constraints {
      guard let constraint = SwarmConstraint(text) else {
        refusals.append(.unknownConstraint(text))
        continue
      }
      if !constraint.holds(for: host) { refusals.append(.constraint(text)) }
    }
    if !platforms.isEmpty, !platforms.contains(where: { $0.fits(host) }) {
      let found = Platform(
        operatingSystem: host.operatingSystem?.rawValue ?? "", architecture: host.architecture ?? "")
      refusals.append(.platform(wanted: platforms, found: found))
    }
    return refusals
  }
}

extension Platform {
  func fits(_ host: Host) -> Bool {
    let system = operatingSystem.lowercased()
    guard system.isEmpty || system == host.operatingSystem?.rawValue else { return false }
    let wanted = Self.normalised(architecture)
    return wanted.isEmpty || wanted == Self.normalised(host.architecture ?? "")
  }

  private static func normalised(_ architecture: String) -> String {
    switch architecture.lowercased() {
    case "x86_64": "amd64"
    case "aarch64": "arm64"
    default: architecture.lowercased()
    }
  }
}

/// A placement constraint: `key==value` or `key!=value`. Values are compared without case, whole; an absent label is "".
struct SwarmConstraint: Hashable {
  let key: String
  let value: String
  let mustEqual: Bool

  /// Nil where the text has no operator, or a key that no node has.
  init?(_ text: String) {
    guard let (key, value, mustEqual) = Self.split(text), Self.isKnown(key) else { return nil }
    self.key = key
    self.value = value
    self.mustEqual = mustEqual
  }

  private static func split(_ text: String) -> (String, String, Bool)? {
    let characters = Array(text)
    for index in characters.indices.dropLast() where characters[index + 1] == "=" {
      guard characters[index] == "=" || characters[index] == "!" else { continue }
      let key = trimmed(characters[..<index])
      let value = trimmed(characters[(index + 2)...])
      return key.isEmpty || value.isEmpty ? nil : (key, value, characters[index] == "=")
    }
    return nil
  }

  private static func trimmed(_ characters: ArraySlice<Character>) -> String {
    String(characters.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private static let fields: Set<String> = [
    "node.id", "node.hostname", "node.ip", "node.role", "node.platform.os", "node.platform.arch",
  ]

  private static func isKnown(_ key: String) -> Bool {
    let folded = key.lowercased()
    return fields.contains(folded) || label(key, "node.labels.") != nil || label(key, "engine.labels.") != nil
  }

  /// The label's own name keeps its case; what stands before it does not count.
  private static func label(_ key: String, _ prefix: String) -> String? {
    key.count > prefix.count && key.lowercased().hasPrefix(prefix) ? String(key.dropFirst(prefix.count)) : nil
  }

  func holds(for host: Host) -> Bool {
    switch key.lowercased() {
    case "node.id": return equals(host.nodeID ?? "")
    case "node.hostname": return equals(host.hostnameForConstraints)
    case "node.role": return equals(host.role ?? "")
    case "node.platform.os": return equals(host.operatingSystem?.rawValue ?? "")
    case "node.platform.arch": return equals(host.architecture ?? "")
    case "node.ip": return SwarmAddress.matches(host.address ?? "", value) == mustEqual
    default: break
    }
    if let label = Self.label(key, "node.labels.") { return equals(host.labels[label] ?? "") }
    if let label = Self.label(key, "engine.labels.") { return equals(host.engineLabels[label] ?? "") }
    return false
  }

  private func equals(_ found: String) -> Bool { (found.lowercased() == value.lowercased()) == mustEqual }
}

extension Host {
  /// Nodes of one hostname are told apart by a short id behind it, `win-01 (yxqx1agb)`; constraints see the hostname.
  var hostnameForConstraints: String {
    guard let nodeID, id.name.hasSuffix(")"), let open = id.name.lastIndex(of: "("),
      nodeID.hasPrefix(id.name[id.name.index(after: open)...].dropLast())
    else { return id.name }
    return String(id.name[..<open].dropLast())
  }
}

/// Compares an address with an address or a CIDR block, for `node.ip`. IPv4 alone; other forms compare as text.
enum SwarmAddress {
  static func matches(_ address: String, _ wanted: String) -> Bool {
    let parts = wanted.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let bits = UInt32(parts[1]), bits <= 32,
      let network = number(String(parts[0])), let found = number(address)
    else { return address.lowercased() == wanted.lowercased() }
    let mask: UInt32 = bits == 0 ? 0 : ~0 << (32 - bits)
    return network & mask == found & mask
  }

  private static func number(_ text: String) -> UInt32? {
    let bytes = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard bytes.count == 4 else { return nil }
    var value: UInt32 = 0
    for byte in bytes {
      guard let byte else { return nil }
      value = value << 8 | UInt32(byte)
    }
    return value
  }
}
